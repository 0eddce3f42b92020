import type { types } from '@slack/bolt';
import type { Block, Card } from '../../src/cards/card.js';
import { homeCard } from '../../src/cards/home.js';
import { noticeCard } from '../../src/cards/notice.js';
import { homeWords } from '../../src/cards/words/slack.js';
import { drawn } from '../../src/clerk/drawing.js';
import { identified } from './blocks.js';
import { pagesOf } from './fit.js';
import { alliancesOf } from './identity.js';
import { plainText } from './mrkdwn.js';
import type { Caller, SlackOffice } from './office.js';
import { nobody, reasonOf } from './private.js';

/** App Home: what waits on a person, what is open, what was decided lately. */
export interface Homes {
  /** Draws the page now; `top` is the answer to what was just pressed on it. */
  draw(caller: Caller, top?: Card): Promise<void>;
  /** Draws it again after the person acted elsewhere, if they have had it open before. Never rejects. */
  afterAct(caller: Caller): Promise<void>;
}

export const openHomes = (office: SlackOffice): Homes => {
  const opened = new Set<string>();
  const draw = async (caller: Caller, top?: Card): Promise<void> => {
    remember(opened, `${caller.tenant} ${caller.user}`);
    const view = { type: 'home' as const, blocks: await homeBlocks(office, caller, top) };
    await caller.client.views.publish({ user_id: caller.user, view });
  };
  return {
    draw,
    afterAct: async (caller) => {
      if (!opened.has(`${caller.tenant} ${caller.user}`)) return;
      try {
        await draw(caller);
      } catch (thrown) {
        office.log.warn({ reason: reasonOf(thrown) }, 'App Home could not be drawn');
      }
    },
  };
};

/** The newest of the people who looked; others get theirs when they open it. */
const remember = (opened: Set<string>, who: string): void => {
  opened.delete(who);
  opened.add(who);
  const [oldest] = opened;
  if (opened.size > openedMost && oldest !== undefined) opened.delete(oldest);
};
const openedMost = 5_000;

const homeBlocks = async (office: SlackOffice, caller: Caller, top?: Card): Promise<types.KnownBlock[]> => {
  const cards: Card[] = [];
  for (const { alliance, person } of await alliancesOf(office, caller)) {
    const card = await drawn(office.clerk, alliance, (view) => homeCard(view, person));
    if (card !== null) cards.push(card);
  }
  const shown = cards.length === 0 ? [noticeCard(homeWords.unknown)] : cards;
  const all = [...(top === undefined ? [] : [top]), ...shown];
  const between: Block = { kind: 'divider' };
  const blocks = all.flatMap((card, index) => [...(index === 0 ? [] : [between]), ...card.blocks]);
  const [first = [], ...more] = pagesOf({ summary: '', tone: 'note', blocks }, nobody);
  const note = { type: 'context' as const, elements: [plainText(homeWords.moreThanFits)] };
  return identified([...first, ...(more.length === 0 ? [] : [note])]);
};
