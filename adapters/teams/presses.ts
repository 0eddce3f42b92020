import type { Block, Card } from '../../src/cards/card.js';
import { plain } from '../../src/cards/card.js';
import { noticeCard } from '../../src/cards/notice.js';
import { decodePress, type Press } from '../../src/cards/press.js';
import { visitWords } from '../../src/cards/words/visits.js';
import { privateCard } from '../../src/clerk/privateCard.js';
import { livingRevisionOf } from '../../src/clerk/twins.js';
import { identify } from '../../src/clerk/visits/identity.js';
import { answerPress } from '../../src/clerk/visits/presses.js';
import { unidentifiedCard } from '../../src/clerk/visits/strangers.js';
import type { Answer } from '../../src/clerk/visits/typed.js';
import type { Caller } from './callers.js';
import { fittedJson } from './fit.js';
import { formCard } from './forms.js';
import { cardContentType } from './message.js';
import type { TeamsOffice } from './office.js';
import { executeShape } from './shapes.js';

/** What an invoke is answered with, or its JSON; Teams asks again where it is not well-formed, or empty. */
export type Body = Readonly<Record<string, unknown>> | string;

/**
 * A button of a card. The answer is the presser's card, with what came of it above: everybody's card is drawn anew by the
 * announcer. An order is durable before it is answered.
 */
export const pressAnswer = async (
  office: TeamsOffice,
  caller: Caller,
  value: unknown,
  replyTo: string | null,
): Promise<{ readonly body: Body; readonly after?: () => Promise<void> }> => {
  const read = executeShape.safeParse(value);
  const press = read.success ? decodePress(read.data.action.data.press) : null;
  if (press === null) return { body: shownTo(noticeCard([visitWords.unreadable])) };
  const { person, answer } = await answerBy(office, caller, press);
  const body =
    'form' in answer
      ? envelope(JSON.stringify(formCard(answer.form)))
      : shownTo(await withMatter(office, press, person, answer));
  return { body, after: () => cardSeen(office, caller, press, replyTo) };
};

/** Does what a press means, if it is known who pressed. */
export const answerBy = async (
  office: TeamsOffice,
  { visitor, cause, occurredAt }: Caller,
  press: Press,
  words: Readonly<Record<string, string>> = {},
): Promise<{ readonly person: `person:${number}` | null; readonly answer: Answer }> => {
  const found = await identify(office, visitor, press.alliance, cause);
  if (!('person' in found) || 'refusal' in found) {
    return { person: null, answer: { card: await unidentifiedCard(office, press.alliance, visitor, found) } };
  }
  const { person } = found;
  const asked = { counter: office, visitor, cause, occurredAt };
  return { person, answer: await answerPress(asked, press, person, words) };
};

/** An answer of one card, in the place of the card that was pressed. */
export const shownTo = (card: Card): Body => envelope(fittedJson(card));

const envelope = (json: string): string => `{"statusCode":200,"type":"${cardContentType}","value":${json}}`;

/** What came of the press, in one line first; then the proposal as it stands now, with its buttons. */
const withMatter = async (
  { clerk, posts }: TeamsOffice,
  press: Press,
  person: `person:${number}` | null,
  answer: Exclude<Answer, { readonly form: unknown }>,
): Promise<Card> => {
  const proposal = press.act === 'order' && 'proposal' in press.command ? press.command.proposal : undefined;
  const { card } = answer;
  if (proposal === undefined || person === null) return card;
  const show = { act: 'show', alliance: press.alliance, show: 'proposal', proposal } as const;
  const matter = await privateCard(clerk, show, person, { posts });
  const line: Block = { kind: 'text', spans: [plain(card.summary)] };
  // Buttons of a refusal say what can be done instead; those of a receipt only lead to what stands below.
  const said = card.tone === 'refused' ? card.blocks : [line];
  return matter === null ? card : { ...matter, summary: card.summary, blocks: [...said, divider, ...matter.blocks] };
};

const divider: Block = { kind: 'divider' };

/** A living card that was posted twice is retired once somebody presses it (rulings 5). */
const cardSeen = async (
  { announcer, log }: TeamsOffice,
  { here, direct }: Caller,
  press: Press,
  replyTo: string | null,
): Promise<void> => {
  const living = livingRevisionOf(press);
  if (direct || replyTo === null || living === null) return;
  const { platform, tenant, place } = here;
  try {
    await announcer.seen({ platform, tenant, place }, replyTo, living);
  } catch (thrown) {
    log.warn({ err: thrown }, 'a twin of a card could not be retired');
  }
};
