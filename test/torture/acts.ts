import { randomBytes } from 'node:crypto';
import { type Agent, request } from 'node:http';
import type { AllianceCode, MemberId, PersonId, ProposalId } from '../../src/alliance/names.js';
import { encodePress, type Press } from '../../src/cards/press.js';
import type { Program } from './program.js';

/** One press of one person, under a name that is never used again. */
export interface Act {
  readonly alliance: AllianceCode;
  readonly person: PersonId;
  readonly nonce: string;
  readonly press: Press;
  readonly answers: Readonly<Record<string, string>>;
}

/** What the program said to an act; `unknown` when nothing came back, or nothing that can be relied on. */
export type Answer =
  | { readonly kind: 'done'; readonly repeated: boolean; readonly seqs: readonly number[] }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'unknown' };

/** The name under which the book knows an act. */
export const causeOf = ({ person, nonce }: Act): string => `web:${person}:${nonce}`;

/**
 * Sends an act as a program would and waits for the answer. `sent` is called once its bytes are on their way. Never
 * rejects: whatever ends the connection leaves the act unknown.
 */
export const send = (program: Program, agent: Agent, act: Act, sent: () => void): Promise<Answer> =>
  new Promise((resolve) => {
    const body = new URLSearchParams({ press: encodePress(act.press), nonce: act.nonce });
    for (const [name, value] of Object.entries(act.answers)) body.set(`answer.${name}`, value);
    const host = `127.0.0.1:${program.port}`;
    const asked = request({
      agent,
      host: '127.0.0.1',
      port: program.port,
      method: 'POST',
      path: `${program.base}/${act.alliance}/${act.person.replace(':', '-')}/press`,
      headers: {
        Host: host,
        Origin: `http://${host}`,
        Accept: 'application/json',
        'Content-Type': 'application/x-www-form-urlencoded',
      },
    });
    asked.on('error', () => resolve({ kind: 'unknown' }));
    asked.on('response', (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('error', () => resolve({ kind: 'unknown' }));
      response.on('close', () =>
        resolve(response.complete ? answerIn(response.statusCode ?? 0, text) : { kind: 'unknown' }),
      );
    });
    asked.on('finish', sent);
    asked.end(body.toString());
  });

const answerIn = (status: number, text: string): Answer => {
  const said = JSON.parse(text) as { readonly why?: string; readonly repeated?: boolean; readonly seqs?: number[] };
  if (status === 200) return { kind: 'done', repeated: said.repeated === true, seqs: said.seqs ?? [] };
  // "Not recorded, try again" and failures of the server promise nothing.
  if (status >= 500 || status === 408 || said.why === 'notRecordedTryAgain') return { kind: 'unknown' };
  return { kind: 'refused', why: said.why ?? String(status) };
};

/** Whoever speaks for a member, and one of the alliance's open proposals. */
export interface Seat {
  readonly alliance: AllianceCode;
  readonly person: PersonId;
  readonly member: MemberId;
}

export interface OpenProposal {
  readonly alliance: AllianceCode;
  readonly proposal: ProposalId;
  readonly revision: number;
}

export const tabling = ({ alliance, person, member }: Seat): Act => ({
  alliance,
  person,
  nonce: newNonce(),
  press: { act: 'form', alliance, form: 'table', member },
  answers: {
    class: 'routine',
    title: 'Move the Thursday session',
    text: 'Move the Thursday session to the new centre from 1 June.',
    bestForPeople: 'People can walk there.',
  },
});

/** One of the three positions; objections are rare enough that proposals are adopted now and then. */
export const position = (
  { alliance, person, member }: Seat,
  { proposal, revision }: OpenProposal,
  choice: number,
): Act => {
  const nonce = newNonce();
  const on = { proposal, revision, member };
  if (choice < 0.7) {
    const command = { kind: 'recordPosition', position: 'agree', ...on } as const;
    return { alliance, person, nonce, press: { act: 'order', alliance, command }, answers: {} };
  }
  const form = choice < 0.9 ? 'reservation' : 'object';
  const reason = `We have not seen the figures for ${nonce.slice(0, 6)}.`;
  return { alliance, person, nonce, press: { act: 'form', alliance, form, ...on }, answers: { reason } };
};

const newNonce = (): string => randomBytes(16).toString('base64url');
