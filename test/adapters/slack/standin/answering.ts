import type { Answer, AppSpec, Desk, Method } from './method.js';
import { refused } from './method.js';
import { apps } from './methods/apps.js';
import { chat } from './methods/chat.js';
import { files } from './methods/files.js';
import { places } from './methods/places.js';
import { views } from './methods/views.js';
import type { Call } from './reception.js';
import type { Team, World } from './world.js';

const methods: Readonly<Record<string, Method>> = { ...chat, ...files, ...places, ...views, ...apps };

/** The workspace whose token it is, dead or alive; null for no token of ours. */
export const teamOfToken = ({ teams }: World, token: string | null): Team | null =>
  [...teams.values()].find((team) => team.token === token) ?? null;

/** What Slack answers: who calls, whether they may, whether the arguments are right, and then the work itself. */
export const answerTo = (call: Call, desk: Omit<Desk, 'team' | 'token'>): Answer => {
  const found = Object.hasOwn(methods, call.method) ? methods[call.method] : undefined;
  if (found === undefined) return refused('unknown_method');
  const team = teamOfToken(desk.world, call.token);
  const wrong = found.bare === true ? null : whyNotAllowed(found, call, team);
  if (wrong !== null) return wrong;
  // Bolt says the workspace with every call, which counts for tokens of a whole organisation and is let lie for others.
  const { team_id: _team, ...args } = call.args;
  const read = found.shape.safeParse(args);
  if (!read.success) {
    const messages = read.error.issues.map((issue) => `${issue.message} [${issue.path.join('.')}]`);
    return refused('invalid_arguments', messages);
  }
  const [anyTeam] = desk.world.teams.values();
  return found.answer({ ...desk, token: call.token, team: (team ?? anyTeam)! }, read.data);
};

const whyNotAllowed = ({ scopes }: Method, { token }: Call, team: Team | null): Answer | null => {
  if (token === null) return refused('not_authed');
  if (team === null) return refused('invalid_auth');
  if (team.tokenEnd !== null) return refused(team.tokenEnd);
  if (scopes.length > 0 && !scopes.some((scope) => team.scopes.includes(scope))) return refused('missing_scope');
  return null;
};

/** The app of the tests. None of it is a secret of anybody's. */
export const testApp: AppSpec = {
  clientId: '1234567890.0987654321',
  clientSecret: 'a-client-secret-for-tests-only',
  appToken: 'xapp-1-A0ROUNDTABLE-tests',
  signingSecret: 'a-signing-secret-for-tests-only',
};
