import type { Store } from '../../db/store.js';
import type { Command } from '../../src/alliance/commands.js';
import type { Keyring, SignedHead } from '../../src/clerk/ports.js';
import { appointed } from '../../src/alliance/speaking.js';
import type { PersonId } from '../../src/alliance/names.js';
import { newest } from './oldActs.js';
import { agree, propose } from './oldBook.js';
import type { Life } from './oldBook.js';
import { batchOf, fact, keep } from './books.js';

const code = 'PLY';

/**
 * What becomes of Plymouth later: the book has a new key; on one proposal everything is said that can be taken back; one
 * is held since the clocks disagree; people leave offices and appointments; a text is removed.
 */
export const inPlymouthLater = async (life: Life): Promise<void> => {
  const { clerk, goTo } = life;
  goTo('2026-06-08T09:00:00.000Z');
  await clerk.tick();
  const rotated = await clerk.rotateKey(code);
  if (rotated.kind === 'refused') throw new Error(JSON.stringify(rotated.refusal));
  await takenBack(life);
  await heldByClocks(life);
  await followedUp(life);
  await peopleLeave(life);
};

const takenBack = async (life: Life): Promise<void> => {
  const { does, says, officer } = life;
  const manager = await officer(code);
  await does(code, manager, propose('Try evening hours'));
  const proposal = await newest(life, code);
  const on = { proposal, revision: 1 } as const;
  await says(code, 'harbour', agree(proposal));
  const interest = { level: 'recuse', scope: 'organisation', nature: 'We own the building.' } as const;
  await says(code, 'harbour', { kind: 'declareInterest', ...on, ...interest });
  await says(code, 'harbour', { kind: 'withdrawInterest', ...on, declaration: 1 });
  await says(code, 'zone', { kind: 'recordPosition', ...on, position: 'object', reason: 'Nobody comes after seven.' });
  await says(code, 'zone', { kind: 'withdrawObjection', ...on });
  await says(code, 'zone', { kind: 'suggestAmendment', ...on, text: 'Try it for a month.', why: 'It is new.' });
  await does(code, manager, { kind: 'declineSuggestion', proposal, suggestion: 1, reason: 'A month is too short.' });
  await does(code, manager, { kind: 'letChairAmend', proposal });
  await does(code, manager, { kind: 'withdrawProposal', proposal, reason: 'The caretaker leaves at six.' });
};

const heldByClocks = async (life: Life): Promise<void> => {
  const { clerk, does, says, officer, jump } = life;
  await does(code, await officer(code), propose('Answer the telephone until eight'));
  const proposal = await newest(life, code);
  jump(3_600_000);
  const { members } = (await clerk.view(code))!;
  for (const { id, voting, leftAt } of members.values()) {
    if (voting && leftAt === null) await says(code, id, agree(proposal));
  }
  jump(-3_600_000);
  await clerk.tick();
};

/** An action through everything that can become of one; its last owner leaves it without one. */
const followedUp = async ({ clerk, does, officer }: Life): Promise<void> => {
  const by = await officer(code);
  const alliance = (await clerk.view(code))!;
  const deputyOf = (member: string): PersonId => appointed(alliance, member, 'deputy', clerk.now())[0]!.person;
  const [owner, other] = [deputyOf('harbour'), deputyOf('bcha')];
  const action = 'A-1';
  await does(code, by, { kind: 'recordAction', text: 'Ask for offers', owner, member: 'harbour', due: '2026-07-31' });
  const acts: readonly (readonly [PersonId, Command])[] = [
    [owner, { kind: 'acceptAction', action }],
    [owner, { kind: 'updateAction', action, state: 'blocked', note: 'The office is closed.' }],
    [owner, { kind: 'claimAction', action, evidence: 'Two offers came.' }],
    [by, { kind: 'returnAction', action, reason: 'We asked for three.' }],
    [owner, { kind: 'putOffAction', action, due: '2026-08-14', reason: 'The third is on holiday.' }],
    [by, { kind: 'transferAction', action, owner: other, member: 'bcha', reason: 'Harbour has no time.' }],
    [by, { kind: 'endAppointment', person: other, member: 'bcha', as: 'deputy' }],
    [by, { kind: 'cancelAction', action, reason: 'The minibus is shared.' }],
  ];
  for (const [person, command] of acts) await does(code, person, command);
};

const peopleLeave = async (life: Life): Promise<void> => {
  const { clerk, does, officer } = life;
  const manager = await officer(code);
  const alliance = (await clerk.view(code))!;
  const person = appointed(alliance, 'path', 'representative', clerk.now())[0]!.person;
  await does(code, manager, { kind: 'takeOffice', person, office: 'chair' });
  await does(code, manager, { kind: 'leaveOffice', person, office: 'chair' });
  await does(code, manager, { kind: 'admitObserver', person: { name: 'Ada Penrose' }, role: 'evaluator' });
  const observer = [...(await clerk.view(code))!.people.keys()].at(-1)!;
  await does(code, manager, { kind: 'endObserver', person: observer });
  const away = { from: '2026-06-10T08:00:00.000Z', to: '2026-06-20T08:00:00.000Z' };
  await does(code, person, { kind: 'recordAbsence', member: 'path', ...away });
  await does(code, person, { kind: 'endAbsence', member: 'path' });
  await does(code, manager, { kind: 'giveNotice', member: 'path', leavesAt: '2026-12-31T17:00:00.000Z' });
};

/** Removes the reason of the last withdrawal as an operator would: the text goes, and an entry says so. After the clerk is closed. */
export const redacted = async (store: Store, keyring: Keyring, publicKey: string): Promise<void> => {
  const entries = await store.read(code, 0, 1_000_000);
  const last = entries.at(-1)!;
  const withdrawn = entries.filter(({ kind }) => kind === 'ProposalWithdrawn').at(-1)!;
  const { body } = JSON.parse(withdrawn.event) as { body: { reason: `text:${string}` } };
  const texts = [body.reason];
  const why = 'A person is named in it.';
  const batch = batchOf(
    code,
    { seq: last.seq, hash: last.hash },
    [fact('TextsRedacted', 'alliance', last.at, { texts, why })],
    'a removal',
  );
  const { signature: _unsigned, ...head } = batch.head as SignedHead;
  await keep(store, { ...batch, head: { ...head, key: keyring.keyOf(code, publicKey) } });
  await store.redactTexts(code, texts);
};
