import { paperLimits, paperTypeOf } from '../../src/alliance/meetings/paperLimits.js';
import { fileAnswer } from '../../src/cards/sentFile.js';
import type { ReceivedFiles } from '../../src/clerk/visits/files.js';
import { answerId } from './forms.js';
import type { Caller } from './office.js';
import type { SubmissionPayload } from './shapes.js';

type Values = SubmissionPayload['view']['state']['values'];
type SlackFile = NonNullable<Values[string][string]['files']>[number];

/** The files that stand in a form, by field: the first of each. */
export const filesIn = ({ view }: Pick<SubmissionPayload, 'view'>): ReadonlyMap<string, SlackFile> =>
  new Map(
    Object.entries(view.state.values).flatMap(([field, elements]) => {
      const file = Object.hasOwn(elements, answerId) ? elements[answerId]?.files?.[0] : undefined;
      return file === undefined ? [] : [[field, file] as const];
    }),
  );

/** What is said of files that are not worth fetching, too large or of no kind that is kept; the form then says so. */
export const claimsOf = (files: ReadonlyMap<string, SlackFile>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...files]
      .filter(([, { name, size }]) => size > paperLimits.bytesMost || paperTypeOf(name ?? '') === null)
      .map(([field, { name, size }]) => [
        field,
        fileAnswer({ sha256: '0'.repeat(64), bytes: size, name: name ?? '-' }),
      ]),
  );

/**
 * Fetches files from Slack with the bot's token, which goes to Slack's own host for files and nowhere else; redirects are
 * not followed. Rejects where one cannot be had whole, within the size that papers may have.
 */
export const fetchFiles = async (
  { client }: Pick<Caller, 'client'>,
  files: ReadonlyMap<string, SlackFile>,
): Promise<ReceivedFiles> => {
  const received: Record<string, ReceivedFiles[string]> = {};
  for (const [field, { name, size, url_private_download: address }] of files) {
    const host = hostOfFiles(client.slackApiUrl);
    if (address == null || new URL(address).origin !== host || client.token === undefined) {
      throw new Error('a file is not where Slack keeps files');
    }
    const answer = await fetch(address, {
      headers: { authorization: `Bearer ${client.token}` },
      redirect: 'error',
      signal: AbortSignal.timeout(fetchWithinMs),
    });
    const bytes = new Uint8Array(answer.ok ? await answer.arrayBuffer() : []);
    if (!answer.ok || bytes.length !== size) throw new Error(`a file was answered with ${answer.status}`);
    received[field] = { name: name ?? '-', bytes };
  }
  return received;
};

/** Files of Slack itself lie on a host of their own; those of another address of the Web API lie there. */
const hostOfFiles = (apiUrl: string): string => {
  const { origin, hostname } = new URL(apiUrl);
  return hostname === 'slack.com' ? 'https://files.slack.com' : origin;
};

const fetchWithinMs = 60_000;
