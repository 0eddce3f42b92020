import { botScopes } from '../../adapters/slack/permissions.js';
import type { CharterDocument } from '../../src/alliance/charter.js';
import { exampleCharter } from '../alliance/charters.js';
import { userOf } from './slack/cast.js';
import type { TeamSpec } from './slack/standin/world.js';
import {
  councilApp,
  councilRoom,
  councilTenant,
  leadership as livewellRoom,
  objectOf,
  plymouthApp as livewellApp,
  plymouthTenant as livewellTenant,
} from './teams/cast.js';
import type { TenantSpec } from './teams/standin/world.js';

export { councilApp, councilRoom, councilTenant, livewellApp, livewellRoom, livewellTenant };
export const homelessTeam = 'T0HOMELESS';
export const recoveryTeam = 'T0RECOVERY';
/** The rooms in Slack. */
export const homelessRoom = 'C0HOMELESS';
export const recoveryRoom = 'C0RECOVERY';

const homes: Readonly<Record<string, string>> = {
  'plymouth-city-council': councilTenant,
  'lh-alliances': councilTenant,
  livewell: livewellTenant,
  office: homelessTeam,
  bcha: homelessTeam,
  path: homelessTeam,
  shekinah: homelessTeam,
  livewest: homelessTeam,
  hamoaze: recoveryTeam,
  harbour: recoveryTeam,
  zone: recoveryTeam,
};

/** Each organisation in its own place, and in each place somebody who may bind its room. */
export const charterEverywhere = (): CharterDocument => {
  const charter = exampleCharter('plymouth');
  const isTeams = (home: string): boolean => [councilTenant, livewellTenant].includes(home);
  const organisations = charter.organisations.map((each) => {
    const home = homes[each.id] ?? homelessTeam;
    return { ...each, slackTeams: isTeams(home) ? [] : [home], entraTenants: isTeams(home) ? [home] : [] };
  });
  const office = {
    id: 'office',
    name: 'Plymouth Alliance Office',
    formerly: [],
    slackTeams: [homelessTeam],
    entraTenants: [],
    mailDomains: ['plymouth-alliance.example.org'],
  };
  const officers = [
    ...charter.officers,
    { office: 'secretary' as const, person: 'tom-pascoe', from: '2019-04-01' },
    { office: 'deputyChair' as const, person: 'callum-reeves', from: '2019-04-01' },
    { office: 'convenor' as const, person: 'gareth-pugh', from: '2019-04-01' },
  ];
  const bindRooms = ['allianceManager', 'secretary', 'deputyChair', 'convenor'] as const;
  const people = charter.people.map((each) =>
    each.id === 'naomi-clarke' ? { ...each, organisation: office.id } : each,
  );
  const powers = { ...charter.powers, bindRooms: [...bindRooms] };
  return { ...charter, organisations: [...organisations, office], people, officers, powers };
};

/** The Council's representative has an account in a workspace of the charities too. */
const peopleAt = ({ people }: CharterDocument, home: string) =>
  people.filter(
    ({ id, organisation = '' }) => homes[organisation] === home || (home === homelessTeam && id === 'margaret-okafor'),
  );

export const teamsOf = (charter: CharterDocument): readonly TeamSpec[] =>
  [
    { id: homelessTeam, name: 'Homelessness charities', room: homelessRoom },
    { id: recoveryTeam, name: 'Recovery charities', room: recoveryRoom },
  ].map(({ id, name, room }) => ({
    id,
    name,
    scopes: botScopes,
    people: peopleAt(charter, id).map((each) => ({
      id: userOf(each.name),
      name: each.name,
      email: each.email ?? null,
    })),
    channels: [{ id: room, name: 'alliance-leadership' }],
  }));

export const tenantsOf = (charter: CharterDocument): readonly TenantSpec[] =>
  [
    { id: councilTenant, name: 'Plymouth City Council', app: councilApp, room: councilRoom },
    { id: livewellTenant, name: 'Livewell Southwest', app: livewellApp, room: livewellRoom },
  ].map(({ id, name, app, room }) => ({
    id,
    name,
    people: peopleAt(charter, id).map((each) => ({
      object: objectOf(each.name),
      name: each.name,
      ...(each.email === undefined ? {} : { upn: each.email }),
    })),
    apps: [{ id: app }],
    conversations: [{ id: room, name: 'Alliance leadership' }],
  }));
