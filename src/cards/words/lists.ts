/** Headings and small sentences of lists and of the choice under More. */
export const listWords = {
  mine: 'What waits for me',
  nothingForMe: 'Nothing waits for you.',
  open: 'Open proposals',
  nothingOpen: 'No proposal is open.',
  decisions: 'Decisions',
  noDecisions: 'Nothing has been decided yet.',
  people: 'Who speaks for whom',
  officers: 'Officers',
  observers: 'Observers, without a vote',
  formerMembers: 'Former members',
  nobody: 'Nobody is appointed',
  noDeputy: 'no deputy',
  nonVoting: 'no vote',
  history: 'History of',
  more: 'More about',
  forMembers: 'For those who speak for a member',
  forProposer: 'For the proposer, the chair or the Alliance Manager',
  changePeople: 'Change people or seats',
  changePeopleNote: 'Each change is dated and stands in the record. You are told if somebody else must do it.',
  welcome: 'Welcome',
} as const;

export const forMember = (member: string): string => `For ${member}:`;
export const tabledAgo = (ago: string): string => `tabled ${ago}`;
export const closesWords = (left: string): string => (left === 'now' ? 'closes now' : `closes ${left}`);
export const lineOf = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');
export const moreHidden = (count: number, where: string): string => `${count} more ${where}`;
export const inRegister = 'in the register of decisions, by its number.';
export const confirmWaits = 'The recount waits for your confirmation.';
export const suggestionWaits = (number: number): string => `Suggestion ${number} waits for your answer.`;
export const objectionMine = (member: string): string => `${member} objects: you can change or withdraw it.`;
export const awayUntil = (until: string, cover: string | null): string =>
  cover === null ? `away until ${until}, nobody covers` : `away until ${until}, ${cover} covers`;
export const noticeWords = (on: string): string => `leaves on ${on}`;
export const deputiesWords = (names: string): string => `deputies: ${names}`;
export const deputyWords = (names: string): string => `deputy: ${names}`;

/** What a person can do here, sentence by sentence. */
export const welcomeWords = {
  speaks: (members: string, as: string): string => `You speak for ${members} as ${as}.`,
  votes:
    'When a proposal is open, use the buttons on its card: agree, agree with reservation, or object with a reason.',
  silence: 'Silence is not agreement: a proposal is adopted only when every member has agreed.',
  office: (office: string): string => `You are ${office}. An office carries no vote of its own.`,
  observer: (role: string): string => `You are here as ${role}: you read and comment, and have no vote.`,
  stranger: 'You are not in the register yet.',
  several: 'You speak for more than one member; you choose for which each time.',
} as const;
