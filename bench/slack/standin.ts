import { botScopes } from '../../adapters/slack/permissions.js';
import { startStandin } from '../../test/adapters/slack/standin/standin.js';
import { alliances, channelOf, tenant, userOf, voters } from './ground.js';
import type { Ground } from './ground.js';

/** A process of its own that stands in for Slack: told which cards stand already, it says its address, and counts calls. */
const numbered = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);

const begin = async (shown: Ground['shown']): Promise<void> => {
  const people = numbered(alliances).flatMap((alliance) =>
    numbered(voters).map((n) => ({ id: userOf(alliance, n + 1), name: `Voter ${n + 1}`, email: null })),
  );
  const channels = numbered(alliances).map((n) => ({ id: channelOf(n), name: `leadership-${n}` }));
  const team = { id: tenant, name: 'Workspace of the benchmark', scopes: botScopes, people, channels };
  const standin = await startStandin([team], { callsKept: 1 });
  const bot = standin.team(tenant).bot.user;
  for (const { channel, ts } of shown) {
    const message = { ts, channel, team: tenant, user: bot, text: '', blocks: [], edits: 0, only: null, thread: null };
    standin.channel(channel).messages.push(message);
  }
  process.on('message', () => process.send?.({ counts: Object.fromEntries(standin.counts) }));
  process.on('disconnect', () => void standin.stop().then(() => process.exit(0)));
  process.send?.({ url: standin.url, token: standin.team(tenant).token });
};

process.once('message', (shown) => void begin(shown as Ground['shown']));
