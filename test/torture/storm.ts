import { randomInt } from 'node:crypto';
import { Agent } from 'node:http';
import { type OpenProposal, position, type Seat, send, tabling } from './acts.js';
import { allianceOf, openProposalsOf, readBooks, seatsOf } from './books.js';
import type { Program } from './program.js';
import type { Invocation } from './reconcile.js';

/** Everybody who can speak, and what there is to speak on. */
export interface Chamber {
  readonly seats: readonly Seat[];
  readonly open: readonly OpenProposal[];
}

/** Clients that speak without pause until the program no longer answers. */
export interface Storm {
  /** All acts that have ended, in the order of their endings. */
  readonly history: Invocation[];
  /** Calls back, once each, when so many acts were answered and after that the bytes of another were sent. */
  readonly onSent: (answersBefore: number, sent: () => void) => void;
  /** Resolves when every client has met an act without an answer. */
  readonly over: Promise<void>;
}

const clients = 24;
const proposalsWanted = 3;

export const startStorm = (program: Program, { seats, open }: Chamber): Storm => {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const history: Invocation[] = [];
  let wanted: { readonly answersBefore: number; readonly sent: () => void } | null = null;
  const sent = (): void => {
    if (wanted === null || history.length < wanted.answersBefore) return;
    const { sent: call } = wanted;
    wanted = null;
    call();
  };
  const client = async (): Promise<void> => {
    for (;;) {
      const proposal = pick(open);
      const seat = pick(seats.filter(({ alliance }) => alliance === proposal.alliance));
      const act = position(seat, proposal, randomInt(1_000) / 1_000);
      const answer = await send(program, agent, act, sent);
      history.push({ act, answer });
      if (answer.kind === 'unknown') return;
    }
  };
  const over = Promise.all(Array.from({ length: clients }, client)).then(() => agent.destroy());
  return { history, onSent: (answersBefore, call) => (wanted = { answersBefore, sent: call }), over };
};

/** Tables what is missing until each alliance in which enough people speak has proposals to speak on. */
export const prepareChamber = async (
  program: Program,
  path: string,
): Promise<{ readonly chamber: Chamber; readonly history: readonly Invocation[] }> => {
  const agent = new Agent({ keepAlive: true });
  const history: Invocation[] = [];
  const at = new Date().toISOString();
  for (const [code, book] of await readBooks(path)) {
    const alliance = allianceOf(code, book);
    const [seat] = seatsOf(alliance, at);
    if (seat === undefined) continue;
    for (let open = openProposalsOf(alliance).length; open < proposalsWanted; open += 1) {
      const act = tabling(seat);
      history.push({ act, answer: await send(program, agent, act, () => undefined) });
    }
  }
  agent.destroy();
  const alliances = [...(await readBooks(path))].map(([code, book]) => allianceOf(code, book));
  const open = alliances.flatMap(openProposalsOf);
  const seats = alliances.flatMap((alliance) => seatsOf(alliance, at));
  return { chamber: { open, seats }, history };
};

const pick = <Choice>(choices: readonly Choice[]): Choice => {
  const choice = choices[randomInt(choices.length)];
  if (choice === undefined) throw new Error('there is nothing to choose from');
  return choice;
};
