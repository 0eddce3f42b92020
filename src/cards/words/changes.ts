/** What stands over each part of a difference between two revisions. */
export const changeLabels = {
  title: 'What changed in the title',
  bestForPeople: 'What changed in how this is best for people using services',
  text: 'What changed in the text',
} as const;

/** Where unchanged sentences are left out. */
export const changeGap = '[…] ';

export const changeRest = ' […] More was changed; the full text is on this card.';
