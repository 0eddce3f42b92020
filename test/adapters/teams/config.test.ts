import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../adapters/config.js';
import { idOf } from './cast.js';

const first = {
  MicrosoftAppId: idOf('first bot').toUpperCase(),
  MicrosoftAppPassword: 'a-client-secret',
  MicrosoftAppTenantId: idOf('first tenant'),
};
const other = { appId: idOf('other bot'), password: 'another-secret', tenantId: idOf('other tenant') };
const listed = { TEAMS_APPS: JSON.stringify([other]) };

const teamsOf = (environment: Readonly<Record<string, string>>) => {
  const read = readConfig(environment);
  if ('problem' in read) throw new Error(read.problem);
  return read.config.teams;
};
const problemOf = (environment: Readonly<Record<string, string>>): string => {
  const read = readConfig(environment);
  return 'problem' in read ? read.problem : '';
};

describe('as which bots we are known to Teams', () => {
  it('none: Teams is not configured, and Slack alone is', () => {
    expect(teamsOf({})).toBeNull();
    expect(teamsOf({ SLACK_BOT_TOKEN: 'xoxb-of-the-tests', SLACK_SIGNING_SECRET: 'a-signing-secret' })).toBeNull();
  });

  it('one of the variables that Azure names, of a single tenant unless it says otherwise', () => {
    expect(teamsOf(first)?.apps).toEqual([
      { appId: idOf('first bot'), password: 'a-client-secret', tenantId: idOf('first tenant'), type: 'SingleTenant' },
    ]);
    expect(teamsOf({ ...first, MicrosoftAppType: 'MultiTenant' })?.apps[0].type).toBe('MultiTenant');
  });

  it('any number of a list, after the one of the variables', () => {
    expect(teamsOf(listed)?.apps.map(({ appId }) => appId)).toEqual([other.appId]);
    expect(teamsOf({ ...first, ...listed })?.apps.map(({ appId }) => appId)).toEqual([idOf('first bot'), other.appId]);
  });

  it.each([
    ['a variable is missing', { MicrosoftAppId: first.MicrosoftAppId }, 'belong together'],
    ['there is no App ID', { ...first, MicrosoftAppId: '' }, 'belong together'],
    ['an App ID is none', { ...first, MicrosoftAppId: 'roundtable' }, 'MicrosoftAppId must be'],
    [
      'it is a managed identity',
      { ...first, MicrosoftAppType: 'UserAssignedMSI' },
      'managed identities are not offered',
    ],
    ['one is named twice', { ...listed, TEAMS_APPS: JSON.stringify([other, other]) }, 'twice'],
    ['the list is no JSON', { TEAMS_APPS: '[{' }, 'TEAMS_APPS must be a list in JSON'],
    ['the list is empty', { TEAMS_APPS: '[]' }, 'TEAMS_APPS must be a list in JSON'],
    ['a password is missing', { TEAMS_APPS: JSON.stringify([{ ...other, password: '' }]) }, 'TEAMS_APPS must be'],
  ])('are refused with a sentence where %s', (_, environment, says) => {
    expect(problemOf(environment)).toContain(says);
  });

  it('and no refusal repeats a secret', () => {
    expect(problemOf({ TEAMS_APPS: JSON.stringify([{ ...other, password: 'a secret with spaces' }]) })).not.toContain(
      'secret with',
    );
  });
});

describe('where Microsoft is', () => {
  it.each(['TEAMS_OPENID_URL', 'TEAMS_LOGIN_URL'])('%s is Microsoft’s own, or an address of this computer', (name) => {
    expect(problemOf({ ...first, [name]: 'http://127.0.0.1:4000/' })).toBe('');
    for (const wrong of ['https://login.example.org/', 'http://10.0.0.7/', 'ftp://127.0.0.1/', 'nowhere']) {
      expect(problemOf({ ...first, [name]: wrong })).toContain(`${name} must be https://login.`);
    }
  });

  it('nothing is sent but to the hosts of the Bot Connector, which can be named', () => {
    expect(teamsOf(first)?.serviceHosts).toContain('smba.trafficmanager.net');
    expect(teamsOf({ ...first, TEAMS_SERVICE_HOSTS: '127.0.0.1:4000' })?.serviceHosts).toEqual(['127.0.0.1:4000']);
    expect(problemOf({ ...first, TEAMS_SERVICE_HOSTS: 'https://smba.example.org' })).toContain('TEAMS_SERVICE_HOSTS');
  });
});
