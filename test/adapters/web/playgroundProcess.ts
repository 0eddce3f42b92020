import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodePress, type Press } from '../../../src/cards/press.js';
import { type ProgramProcess, startProgram } from '../program.js';

export { startToRefusal } from '../program.js';

/** The real process, on a free port, with a data folder of its own. */
export interface PlaygroundProcess extends Omit<ProgramProcess, 'address'> {
  /** "http://127.0.0.1:41234" */
  readonly origin: string;
  /** Address of the playground, without a slash at its end. */
  readonly base: string;
  readonly folder: string;
  /** Ends it, and removes the data folder, which stays until then. */
  readonly remove: () => Promise<void>;
}

export const token = 'a-token-for-tests-0123456789';

export const startPlayground = async (
  settings: Readonly<Record<string, string>> = {},
  folder = mkdtempSync(join(tmpdir(), 'roundtable-')),
): Promise<PlaygroundProcess> => {
  const { address, ...program } = await startProgram(folder, { PLAYGROUND_TOKEN: token, ...settings });
  return {
    ...program,
    origin: new URL(address).origin,
    base: address.replace(/\/$/, ''),
    folder,
    remove: async () => {
      await program.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** A press as a program sends it. */
export const send = async (
  playground: PlaygroundProcess,
  at: string,
  fields: Readonly<Record<string, string>> | string | FormData,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly body: Answer }> => {
  const answer = await fetch(`${playground.base}/${at}`, {
    method: 'POST',
    redirect: 'manual',
    body: typeof fields === 'string' || fields instanceof FormData ? fields : new URLSearchParams(fields),
    headers: {
      accept: 'application/json',
      origin: playground.origin,
      // Of a form with a file the type names what stands between its parts.
      ...(fields instanceof FormData ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      ...headers,
    },
  });
  return { status: answer.status, body: (await answer.json()) as Answer };
};

export interface Answer {
  readonly kind: 'done' | 'refused' | 'error';
  readonly why?: string;
  readonly repeated?: boolean;
  readonly seqs?: readonly number[];
  readonly summary: string;
  readonly now?: string;
}

let acts = 0;
/** A nonce that no act of this run has used. */
export const nonce = (): string => `test-${process.pid}-${(acts += 1).toString().padStart(10, '0')}`;

export const press = (
  playground: PlaygroundProcess,
  chair: string,
  what: Press,
  answers: Readonly<Record<string, string>> = {},
  paper?: { readonly name: string; readonly bytes: Uint8Array },
): ReturnType<typeof send> => {
  const fields = {
    press: encodePress(what),
    nonce: nonce(),
    ...Object.fromEntries(Object.entries(answers).map(([name, text]) => [`answer.${name}`, text])),
  };
  const address = `${what.alliance}/${chair}/press`;
  if (paper === undefined) return send(playground, address, fields);
  const form = new FormData();
  for (const [name, text] of Object.entries(fields)) form.set(name, text);
  form.set('answer.paper', new File([new Uint8Array(paper.bytes)], paper.name));
  return send(playground, address, form);
};

/** Moves the clock of the playground on. */
export const moveTo = (playground: PlaygroundProcess, to: string): ReturnType<typeof send> =>
  send(playground, 'clock', { to });
