import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/alliance/commands.js';
import type { GuardedAct, Refusal, TextField } from '../../src/alliance/refusals.js';
import { cardAsText } from '../../src/cards/plainText.js';
import { decodePress, encodePress } from '../../src/cards/press.js';
import type { Press } from '../../src/cards/press.js';
import { refusalCard } from '../../src/cards/replies.js';
import { refusalWords } from '../../src/cards/words/refusals.js';
import { everybody, object, openBook, proposal, tabledBook } from './book.js';
import type { Book } from './book.js';
import { meetingActs, meetingSamples } from './refusalsOfMeetings.js';

const said = (book: Book, refusal: Refusal | null, by = book.person('Rowan Ellis')): string =>
  refusalWords(book.view(), refusal!, by).sentences.join(' ');

const instant = '2026-04-13T16:00:00.000Z';
const later = '2026-04-20T16:00:00.000Z';

/** One of every kind of refusal: a new kind without a row here does not compile. */
const samples: { readonly [W in Refusal['why']]: readonly Extract<Refusal, { readonly why: W }>[] } = {
  unreadableHere: [{ why: 'unreadableHere', seq: 1234, kind: 'TreatyRatified', v: 2 }],
  noSuchAlliance: [{ why: 'noSuchAlliance', code: 'XYZ' }],
  codeTaken: [{ why: 'codeTaken', code: 'PLY' }],
  notRecordedTryAgain: [{ why: 'notRecordedTryAgain' }],
  operatorOnly: [{ why: 'operatorOnly' }],
  notByOperator: [{ why: 'notByOperator' }],
  stranger: [{ why: 'stranger' }],
  noVoice: [
    { why: 'noVoice', observer: 'evaluator', offices: [], speakers: ['person:10', 'person:11'], member: 'harbour' },
    { why: 'noVoice', offices: ['allianceManager'], speakers: [] },
    { why: 'noVoice', offices: [], speakers: [], member: 'bcha' },
  ],
  appointmentNotLive: [
    { why: 'appointmentNotLive', member: 'harbour', as: 'deputy', startsAt: instant, speakers: ['person:10'] },
    { why: 'appointmentNotLive', member: 'harbour', as: 'representative', endedAt: instant, speakers: [] },
  ],
  chooseCapacity: [{ why: 'chooseCapacity', members: ['shekinah', 'hamoaze'] }],
  notYourMember: [{ why: 'notYourMember', member: 'path', speakers: ['person:17'] }],
  representativeHasSpoken: [{ why: 'representativeHasSpoken', member: 'harbour', person: 'person:10' }],
  deputyHasSpoken: [{ why: 'deputyHasSpoken', member: 'harbour', person: 'person:11' }],
  personTookNoPart: [{ why: 'personTookNoPart', member: 'harbour', others: ['person:11'] }],
  memberNotEligible: (['joinedLater', 'left', 'nonVoting', 'interestDeclared', 'notYetIn'] as const).map((because) => ({
    why: 'memberNotEligible',
    member: 'harbour',
    because,
  })),
  mayNot: (
    [
      'table',
      'amend',
      'decline',
      'letChairAmend',
      'withdraw',
      'extend',
      'nudge',
      'reopen',
      'confirmRecount',
      'withdrawInterest',
      'changeMembers',
      'appoint',
      'changeOffices',
      'recordAbsence',
      'adoptCharter',
      'suggest',
      'bindRoom',
      'proposeLink',
      'callMeeting',
      ...meetingActs,
    ] satisfies GuardedAct[]
  ).flatMap((act) => [
    { why: 'mayNot', act, people: ['person:21'], offices: ['allianceManager'] },
    { why: 'mayNot', act, people: [], offices: ['chair', 'convenor'] },
    { why: 'mayNot', act, people: [], offices: [] },
  ]),
  noSuchProposal: [{ why: 'noSuchProposal', proposal: 'P-99' }],
  notOpenYet: [{ why: 'notOpenYet', proposal: 'P-1', opensAt: instant }],
  oldRevision: [{ why: 'oldRevision', proposal: 'P-1', asked: 1, current: 2 }],
  closing: [{ why: 'closing', proposal: 'P-1', deadline: instant }],
  closed: [{ why: 'closed', proposal: 'P-1' }],
  objectionAfterOutcome: [{ why: 'objectionAfterOutcome', proposal: 'P-1' }],
  referred: [{ why: 'referred', proposal: 'P-1' }],
  papersWithheld: [{ why: 'papersWithheld', proposal: 'P-1' }],
  notReferred: [{ why: 'notReferred', proposal: 'P-1' }],
  nothingToWithdraw: [{ why: 'nothingToWithdraw', proposal: 'P-1' }],
  alreadyDeclared: [{ why: 'alreadyDeclared', proposal: 'P-1', member: 'harbour' }],
  noSuchDeclaration: [{ why: 'noSuchDeclaration', proposal: 'P-1' }],
  noSuchSuggestion: [{ why: 'noSuchSuggestion', proposal: 'P-1', suggestion: 3 }],
  noChange: [{ why: 'noChange', proposal: 'P-1' }],
  nothingToConfirm: [{ why: 'nothingToConfirm', proposal: 'P-1' }],
  unknownClass: [{ why: 'unknownClass', class: 'spend', offered: ['routine', 'agreement'] }],
  classNotOffered: [{ why: 'classNotOffered', class: 'Plan', rule: 'unanimous' }],
  tooFewEligible: [{ why: 'tooFewEligible', eligible: 1, least: 2, needsCommissioner: true }],
  tooManyOpen: [{ why: 'tooManyOpen', most: 100 }],
  nobodyWaiting: [{ why: 'nobodyWaiting', proposal: 'P-1' }],
  nudgedToday: [{ why: 'nudgedToday', proposal: 'P-1', at: instant }],
  textMissing: (
    [
      'title',
      'text',
      'bestForPeople',
      'objection',
      'reservation',
      'wouldChange',
      'nature',
      'why',
      'reason',
      'name',
      'itemTitle',
      'itemText',
      'note',
      'place',
      'link',
      'action',
      'evidence',
    ] satisfies TextField[]
  ).flatMap((field) => [
    { why: 'textMissing', field, least: 1 },
    { why: 'textMissing', field, least: 10 },
  ]),
  textTooLong: [{ why: 'textTooLong', field: 'text', length: 3001, most: 3000 }],
  textUnsafe: [{ why: 'textUnsafe', field: 'objection' }],
  notAnInstant: [{ why: 'notAnInstant', field: 'deadline' }],
  deadlineOutsideWorkingTime: [{ why: 'deadlineOutsideWorkingTime', given: instant, next: later }],
  deadlineTooSoon: [{ why: 'deadlineTooSoon', given: instant, earliest: later }],
  deadlineTooLate: [{ why: 'deadlineTooLate', given: later, latest: instant }],
  deadlineNotLater: [{ why: 'deadlineNotLater', given: instant, present: later }],
  notATimeOfDay: [{ why: 'notATimeOfDay', given: 'six-ish' }],
  datesBackwards: [{ why: 'datesBackwards' }],
  inThePast: [{ why: 'inThePast', field: 'leavesAt' }],
  noSuchMember: [{ why: 'noSuchMember', member: 'harbor' }],
  memberExists: [{ why: 'memberExists', member: 'harbour' }],
  memberHasLeft: [{ why: 'memberHasLeft', member: 'harbour' }],
  noSuchOrganisation: [{ why: 'noSuchOrganisation', organisation: 'nhs' }],
  badName: [{ why: 'badName', name: 'Harbour!' }],
  noSuchPerson: [{ why: 'noSuchPerson' }],
  alreadyAppointed: [{ why: 'alreadyAppointed', person: 'person:11', member: 'harbour', as: 'deputy' }],
  onlyDeputyIsPersonal: [{ why: 'onlyDeputyIsPersonal', as: 'nominatingOfficer' }],
  alreadyRepresented: [{ why: 'alreadyRepresented', member: 'harbour', person: 'person:10' }],
  notAppointed: [{ why: 'notAppointed', person: 'person:10', member: 'path', as: 'deputy' }],
  notADeputy: [
    { why: 'notADeputy', person: 'person:10', member: 'path', deputies: ['person:18'] },
    { why: 'notADeputy', person: 'person:10', member: 'bcha', deputies: [] },
  ],
  notInOffice: [{ why: 'notInOffice', person: 'person:10', office: 'chair' }],
  lastHolder: [{ why: 'lastHolder', power: 'changePeople', office: 'allianceManager' }],
  notAway: [{ why: 'notAway', person: 'person:10' }],
  tooManyMembers: [{ why: 'tooManyMembers', most: 200 }],
  noSuchBody: [{ why: 'noSuchBody', body: 'board', bodies: ['leadership', 'management'] }],
  noSuchRoom: [{ why: 'noSuchRoom', room: 4 }],
  tooManyRooms: [{ why: 'tooManyRooms', most: 20 }],
  accountNotListed: [{ why: 'accountNotListed', people: ['person:21'] }],
  ownLink: [
    { why: 'ownLink', people: ['person:21'] },
    { why: 'ownLink', people: [] },
  ],
  noSuchLink: [{ why: 'noSuchLink', link: 4 }],
  tooManyLinks: [{ why: 'tooManyLinks', most: 10 }],
  noSuchDecision: [{ why: 'noSuchDecision', number: 'PLY-2026-099' }],
  charterNotSound: [{ why: 'charterNotSound', says: 'classes.0.minEligible: must be at most 9.' }],
  notAChangeOfCharter: [{ why: 'notAChangeOfCharter', number: 'PLY-2026-001' }],
  ...meetingSamples,
};

describe('every refusal', () => {
  const book = tabledBook();
  const all = Object.values(samples).flat() as readonly Refusal[];
  /** Verbs and phrases with which a sentence tells somebody what to do next. */
  const nextStep =
    /\b(?:can|cannot vote|ask|choose|check|try|use|write|look|read|send|table|wait|lists?|shows?|change|shorten|record|appoint|end|say|cite|until|will have|is still to come|those who can|call|close|confirm|raise|correct|take|split|make|move|answer|says|needs)\b/i;

  it.each(all.map((refusal) => [refusal.why, refusal] as const))(
    '%s is whole sentences with a next step',
    (_why, refusal) => {
      const { sentences } = refusalWords(book.view(), refusal, book.person('Rowan Ellis'));
      expect(sentences.length).toBeGreaterThanOrEqual(2);
      for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z‘“].*[.!?]$/su);
      expect(sentences.slice(1).join(' ')).toMatch(nextStep);
      const words = sentences.join(' ');
      expect(words).not.toMatch(/undefined|null|NaN|\[object|person:\d|text:|\b\d{4}-\d\d-\d\dT|\s{2}|\.\.(?!\.)/u);
    },
  );

  it('reads like this', () =>
    expect(all.map((refusal) => `${refusal.why}\n  ${said(book, refusal)}\n`).join('\n')).toMatchFileSnapshot(
      'golden/refusals.txt',
    ));
});

describe('a refusal', () => {
  it('[ID-5] tells an observer who can vote for the member, by name', () => {
    const book = openBook();
    const manager = book.person('Naomi Clarke');
    book.at('2026-04-02 10:00');
    book.does(manager, {
      kind: 'admitObserver',
      person: { name: 'Dr Imogen Hale' },
      role: 'observer',
      of: 'University of Brighton',
    });
    book.does(manager, proposal());
    const observer = book.person('Dr Imogen Hale');
    const agree: Command = {
      kind: 'recordPosition',
      position: 'agree',
      proposal: 'P-1',
      revision: 1,
      member: 'harbour',
    };
    const { refusal } = book.order(observer, agree);
    expect(said(book, refusal, observer)).toBe(
      'Nothing was recorded. You are an observer for University of Brighton, and observers have no vote. ' +
        'Rowan Ellis or Sunita Rao can vote for Harbour.',
    );
  });

  it('of a button on an old card says which revision is being decided', () => {
    const book = tabledBook();
    expect(said(book, { why: 'oldRevision', proposal: 'P-1', asked: 1, current: 2 })).toBe(
      'Nothing was recorded. You pressed a button on revision 1 of P-1. The text has changed since: revision 2 is what is ' +
        'being decided. Read revision 2 and use the buttons on its card.',
    );
  });

  it('of an objection after the adoption offers a rescission, with its form', () => {
    const book = tabledBook();
    book.agree(...everybody);
    const { refusal } = book.says('harbour', object('We have thought again about it.'));
    const card = refusalCard(book.view(), refusal!, book.person('Rowan Ellis'));
    expect(cardAsText(card)).toBe(
      'P-1 was closed before your objection arrived (Adopted unanimously, 9 of 9), and outcomes are final.\n\n' +
        'Your objection is kept in the record, without effect on the outcome.\n\n' +
        'You can table a rescission: a new proposal to undo the decision, which all members must agree.\n\n' +
        '[Table a rescission]\n',
    );
    expect(pressesOf(card)).toEqual([{ act: 'form', alliance: 'PLY', form: 'table', rescinds: 'P-1' }]);
  });

  it('[PL-5] asks a person who speaks for two members for which, and carries the same press on', () => {
    const book = tabledBook();
    const both = book.person('Joseph Mensah');
    const agree = { kind: 'recordPosition', position: 'agree', proposal: 'P-1', revision: 1 } as const;
    const press: Press = { act: 'order', alliance: 'PLY', command: agree };
    const { refusal } = book.order(both, agree);
    const card = refusalCard(book.view(), refusal!, both, press);
    expect(cardAsText(card)).toBe(
      'Nothing was recorded yet. You speak for Shekinah and Hamoaze, and each has a vote of its own.\n\n' +
        'Choose for which of them you are speaking now.\n\n[Vote for Shekinah] [Vote for Hamoaze]\n',
    );
    expect(pressesOf(card)).toEqual([
      { ...press, command: { ...agree, member: 'shekinah' } },
      { ...press, command: { ...agree, member: 'hamoaze' } },
    ]);
    expect(pressesOf(refusalCard(book.view(), refusal!, both, agree))).toEqual(pressesOf(card));
  });

  it('of a typed objection without a member opens the form for each, since words do not fit into a button', () => {
    const book = tabledBook();
    const both = book.person('Joseph Mensah');
    const { refusal } = book.order(both, object('We cannot staff weekends before June.'));
    const card = refusalCard(book.view(), refusal!, both, object('We cannot staff weekends before June.'));
    expect(pressesOf(card)).toEqual(
      ['shekinah', 'hamoaze'].map((member) => ({
        act: 'form',
        alliance: 'PLY',
        form: 'object',
        proposal: 'P-1',
        revision: 1,
        member,
      })),
    );
  });
});

const pressesOf = (card: ReturnType<typeof refusalCard>): readonly (Press | null)[] =>
  card.blocks.flatMap((block) =>
    block.kind === 'buttons' ? block.buttons.map(({ press }) => decodePress(press)) : [],
  );

describe('a press in a refusal', () => {
  it('is one that surfaces can read', () => {
    const press: Press = { act: 'show', alliance: 'PLY', show: 'proposal', proposal: 'P-1' };
    expect(decodePress(encodePress(press))).toEqual(press);
  });
});
