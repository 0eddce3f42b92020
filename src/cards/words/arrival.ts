import type { Entry } from '../../ledger/entry.js';
import type { View } from '../view.js';
import { bodyName } from './historyOfAccounts.js';
import { actorName } from './names.js';
import type { Idiom } from './visits.js';

/** What a channel or chat hears once it is where an alliance decides: what it is for now, by whom, and how to begin. */
export const roomBoundWords = (view: View, body: string, by: Entry['by'], { before }: Idiom): readonly string[] => [
  `From now on this is where the ${bodyName(view, body)} of ${view.alliance.name} decides. ${actorName(view, by)} asked for it.`,
  'Each proposal appears here as a card, and the members give their positions with its buttons. Everybody here can read the cards.',
  `Begin with “${before} table”. “${before} help” shows what else can be typed.`,
];

/** What is said where Roundtable was just installed, before anybody has asked for anything. */
export const installedWords = ({ before }: Idiom, alone: boolean): readonly string[] => [
  'Hello, this is Roundtable. It keeps the minute book of an alliance: organisations decide here together, each with one voice, and nothing is adopted until all of them agree.',
  ...(alone
    ? [
        `“${before} mine” shows what waits for you.`,
        `“${before} proposals” shows what is open.`,
        `“${before} help” shows what else can be typed.`,
      ]
    : [
        `“${before} LWN here”, with the code of your alliance in place of LWN, makes this the place where it decides. An officer of the alliance types it.`,
        `“${before} table” then tables a proposal.`,
        `“${before} help” shows what else can be typed.`,
      ]),
];
