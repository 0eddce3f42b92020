import { charterSettings } from './charter.js';
import type { Alliance } from './alliance.js';
import { settingsChecks } from './charterChecksOfSettings.js';
import type { SeatsInForce } from './charterChecksOfSettings.js';
import type { CommandOf } from './commands.js';
import { write } from './desk.js';
import type { Desk } from './desk.js';
import type { Instant } from './instant.js';
import { whyNotOfficer } from './membership.js';
import { offices } from './names.js';
import type { Refusal } from './refusals.js';
import { holdersOf, isInOffice } from './speaking.js';

/**
 * New rules, under the decision that made them: an adopted decision of class "agreement", used once (domain.md B, E73).
 * Open proposals stay under the charter that they opened under (E72).
 */
export const adoptCharter = (desk: Desk, { charter, under }: CommandOf<'adoptCharter'>): Refusal | null => {
  const { alliance } = desk;
  const refusal = whyNotOfficer(desk, 'changeMembers', 'adoptCharter');
  if (refusal !== null) return refusal;
  const decided = alliance.decisions.get(under);
  if (decided === undefined) return { why: 'noSuchDecision', number: under };
  const changesRules = alliance.proposals.get(decided)?.class === 'agreement' && !alliance.charterDecisions.has(under);
  const parsed = charterSettings.safeParse(charter);
  if (!changesRules || !parsed.success || parsed.data.code !== alliance.code) {
    return { why: 'notAChangeOfCharter', number: under };
  }
  const [problem] = settingsChecks(parsed.data, seatsInForce(alliance, desk.context.at));
  if (problem !== undefined) return { why: 'charterNotSound', says: `${problem.path.join('.')}: ${problem.says}` };
  const revision = alliance.charterRevision + 1;
  write(desk, 'CharterAdopted', { revision, charter: parsed.data, under }, { subject: 'alliance' });
  return null;
};

/** What the rules are judged against: the seats taken and the offices held today. */
const seatsInForce = (alliance: Alliance, at: Instant): SeatsInForce => ({
  members: [...alliance.members.values()].filter((member) => isInOffice(member, at)),
  offices: new Set(offices.filter((office) => holdersOf(alliance, office, at).length > 0)),
});
