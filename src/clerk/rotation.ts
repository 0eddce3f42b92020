import { handoverBytes } from '../ledger/signature.js';
import type { Book } from './books.js';
import { refused } from './commit.js';
import type { Committer } from './committer.js';
import type { Reply } from './orders.js';
import type { ClerkPorts } from './ports.js';

/**
 * Hands a book over to a new key. The new key is kept before the entry that names it, and the head of that entry is the
 * first thing it signs; the keyring finds a key by what the book says, so a crash at any point leaves a book that goes
 * on with the key it names.
 */
export const rotate = async (
  { keyring }: Pick<ClerkPorts, 'keyring'>,
  { alliance, head }: Book,
  commits: Pick<Committer, 'serve'>,
): Promise<Reply> => {
  const { code, unreadable } = alliance;
  if (head.seq === 0) return refused({ why: 'noSuchAlliance', code });
  if (unreadable !== null) return refused({ why: 'unreadableHere', ...unreadable });
  const publicKey = await keyring.prepare(code, alliance.publicKey);
  const handover = keyring.sign(code, handoverBytes(code, head, publicKey), alliance.publicKey);
  const command = { kind: 'rotateKey', publicKey, handover, after: head.seq } as const;
  return commits.serve({ alliance: code, command, by: 'operator', cause: `key:${publicKey}`, via: 'cli' });
};
