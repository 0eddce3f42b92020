import type { Instant } from '../alliance/instant.js';
import type { AllianceCode } from '../alliance/names.js';
import type { Agendas } from './agendas.js';
import type { AnnouncerPorts } from './announcer.js';
import type { Digests } from './digests.js';
import { noticeDues } from './notices.js';
import type { Clerk, Passed } from './orders.js';
import type { DueOfAlliance } from './ports.js';
import type { Rounds } from './rounds.js';

interface Reach {
  readonly agendas: Agendas;
  readonly digests: Digests;
  readonly rounds: Rounds;
}

/**
 * What the minute brings: messages that fell due are written down, once; cards whose deadline has passed are drawn anew.
 * Nobody is walked through but those of whom something is due.
 */
export const minuteOf =
  (ports: Pick<AnnouncerPorts, 'clerk' | 'posts' | 'report'>, { agendas, digests, rounds }: Reach) =>
  async ({ at, dues, alliances }: Passed): Promise<void> => {
    for (const [code, own] of byAlliance(dues)) {
      const agenda = await agendas.open(code);
      if (agenda === null) continue;
      await noticeDues(ports.clerk, agenda, own);
      rounds.wake(code);
    }
    const digestsWanted = await wantDigests(ports, { agendas, digests, rounds }, at);
    // Only now: what was not written down above falls due again.
    if (dues.length > 0 || digestsWanted) await ports.posts.setTold(at);
    for (const code of alliances) if (await hasClosing(ports.clerk, code)) rounds.wake(code);
  };

/** Whether any digest was written down. One that cannot be is tried again with the next minute. */
const wantDigests = async (
  { report }: Pick<AnnouncerPorts, 'report'>,
  { agendas, digests, rounds }: Reach,
  at: Instant,
): Promise<boolean> => {
  let wanted = false;
  for (const code of await digests.mayBeDue(agendas.codes(), at)) {
    try {
      const agenda = await agendas.open(code);
      if (agenda === null || !(await digests.want(agenda, at))) continue;
      rounds.wake(code);
      wanted = true;
    } catch (thrown) {
      report(thrown);
    }
  }
  return wanted;
};

const byAlliance = (dues: readonly DueOfAlliance[]): ReadonlyMap<AllianceCode, readonly DueOfAlliance[]> => {
  const groups = new Map<AllianceCode, DueOfAlliance[]>();
  for (const due of dues) {
    const group = groups.get(due.alliance);
    if (group === undefined) groups.set(due.alliance, [due]);
    else group.push(due);
  }
  return groups;
};

/** A deadline has passed and nothing is declared yet: cards look different though no entry says so. */
const hasClosing = async (clerk: Clerk, code: AllianceCode): Promise<boolean> => {
  const alliance = await clerk.view(code);
  const now = clerk.now();
  return [...(alliance?.live ?? [])].some((id) => (alliance?.proposals.get(id)?.current?.deadline ?? now) < now);
};
