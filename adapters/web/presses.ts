import type { Command } from '../../src/alliance/commands.js';
import type { AllianceCode, PersonId, ProposalId } from '../../src/alliance/names.js';
import type { Card } from '../../src/cards/card.js';
import { commandOf } from '../../src/cards/forms.js';
import { decodePress, type FormPress, type OrderPress, type Press } from '../../src/cards/press.js';
import { receiptCard, refusalCard } from '../../src/cards/replies.js';
import type { View } from '../../src/cards/view.js';
import { serverWords } from '../../src/cards/words/server.js';
import type { Reply } from '../../src/clerk/orders.js';
import { pageOf, turnedAway, wantsJson } from './answers.js';
import { chairAddress } from './chairs.js';
import type { TurnedAway, Visit } from './door.js';
import { type Fields, isTurnedAway, readFieldsAndFiles } from './fields.js';
import { renderFormPage, type Wrong } from './formPage.js';
import { isPage } from './frame.js';
import { baseOf, type Playground } from './playground.js';
import { answerPrefix, type Typed } from './renderForm.js';
import { drawn } from '../../src/clerk/drawing.js';
import { paperIn, withFiles } from '../../src/clerk/visits/files.js';

/** One press of one chair, parsed: trusted from here on to be well-formed, and nothing more. */
interface Pressed {
  readonly code: AllianceCode;
  readonly person: PersonId;
  readonly press: OrderPress | FormPress;
  readonly typed: Typed;
  readonly nonce: string;
  readonly back: string;
}

/**
 * Serves one press: by no other path than the clerk, and answered only when everything it rests on is durable. The same
 * nonce of the same chair is the same act, however often and however quickly it comes (F26).
 */
export const servePress = async (
  playground: Playground,
  visit: Visit,
  code: AllianceCode,
  person: PersonId,
): Promise<Response> => {
  const sent = await readFieldsAndFiles(visit);
  if (isTurnedAway(sent)) return turnedAway(visit, sent);
  const { fields, files: given } = sent;
  const files = Object.fromEntries(Object.entries(given).map(([name, file]) => [name.replace(answerPrefix, ''), file]));
  const pressed = pressedIn(fields, code, person);
  if ('sentence' in pressed) return turnedAway(visit, pressed);
  const form = `${code} ${person} ${fields.get('press') ?? ''}`;
  const shown = playground.readings.shown(form, playground.clock.now());
  const worked = await drawn(playground.clerk, code, (view) =>
    view.alliance.people.has(person)
      ? commandOf(view, pressed.press, withFiles(Object.fromEntries(pressed.typed), files), shown)
      : null,
  );
  if (worked === null) return turnedAway(visit, notFound);
  if ('problems' in worked) {
    playground.readings.keep(form, worked.problems, playground.clock.now());
    return withProblems(playground, visit, pressed, { problems: worked.problems });
  }
  const { command } = worked;
  const cause = `web:${person}:${pressed.nonce}`;
  const reply = await playground.clerk.serve({
    alliance: code,
    command,
    by: person,
    cause,
    via: 'web',
    ...paperIn(files),
  });
  return answered(playground, visit, pressed, command, reply);
};

const pressedIn = (fields: Fields, code: AllianceCode, person: PersonId): Pressed | TurnedAway => {
  const press = decodePress(fields.get('press') ?? '');
  const nonce = fields.get('nonce') ?? '';
  const back = fields.get('back') ?? '';
  if (press === null || press.act === 'show') return { status: 400, sentence: serverWords.unreadablePress };
  if (press.alliance !== code) return { status: 403, sentence: serverWords.otherAlliance };
  if (!/^[\w-]{16,64}$/u.test(nonce)) return { status: 400, sentence: serverWords.unreadablePress };
  const typed = new Map(
    [...fields].flatMap(([name, value]) =>
      name.startsWith(answerPrefix) ? [[name.slice(answerPrefix.length), value] as const] : [],
    ),
  );
  return { code, person, press, typed, nonce, back: isPage(back) ? back : '' };
};

/** The private answer: beside the card it is about for a person, as JSON for a program. */
const answered = async (
  playground: Playground,
  visit: Visit,
  pressed: Pressed,
  command: Command,
  reply: Reply,
): Promise<Response> => {
  const { code, person, press } = pressed;
  const card = await drawn(playground.clerk, code, (view) => answerCard(view, person, press, command, reply));
  if (card === null) return turnedAway(visit, notFound);
  if (reply.kind === 'refused' && press.act === 'form' && !wantsJson(visit)) {
    return withProblems(playground, visit, pressed, { refusal: reply.refusal });
  }
  const answer = { card, proposal: proposalOf(command, reply), page: pressed.back };
  const { id } = playground.answers.give(`${code}/${person}`, answer);
  if (wantsJson(visit)) return asJson(visit, reply, card);
  return visit.redirect(`${chairAddress(`${baseOf(playground)}/${code}`, person)}/${pressed.back}#${id}`, 303);
};

const answerCard = (view: View, by: PersonId, press: Press, command: Command, reply: Reply): Card =>
  reply.kind === 'done'
    ? receiptCard(view, { entries: reply.entries, repeated: reply.repeated, command, by })
    : refusalCard(view, reply.refusal, by, press);

/** The proposal that an answer is about, so that it can stand beside its card. */
const proposalOf = (command: Command, reply: Reply): ProposalId | null => {
  if ('proposal' in command) return command.proposal;
  if (reply.kind === 'refused') return null;
  return reply.entries.flatMap((entry) => (entry.kind === 'ProposalTabled' ? [entry.body.proposal] : []))[0] ?? null;
};

const asJson = (visit: Visit, reply: Reply, { summary }: Card): Response =>
  reply.kind === 'done'
    ? visit.json({ kind: 'done', repeated: reply.repeated, seqs: reply.entries.map(({ seq }) => seq), summary })
    : visit.json({ kind: 'refused', why: reply.refusal.why, summary }, 422);

/** The form again, with what was typed, and what is wrong beside its field where it has one. */
const withProblems = async (
  playground: Playground,
  visit: Visit,
  pressed: Pressed,
  wrong: Wrong,
): Promise<Response> => {
  if ('problems' in wrong && wantsJson(visit)) {
    const summary = wrong.problems.map(({ says }) => says).join(' ');
    return visit.json({ kind: 'refused', why: 'form', summary }, 422);
  }
  const page = await renderFormPage(playground, pressed, { typed: pressed.typed, wrong });
  return page === null ? turnedAway(visit, notFound) : pageOf(visit, page, 422);
};

const notFound = { status: 404, sentence: serverWords.notFound } as const;
