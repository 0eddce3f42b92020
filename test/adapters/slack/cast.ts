import { botScopes } from '../../../adapters/slack/permissions.js';
import type { CharterDocument } from '../../../src/alliance/charter.js';
import { exampleCharter } from '../../alliance/charters.js';
import type { TeamSpec } from './standin/world.js';

export const plymouthTeam = 'T0PLYMOUTH';
export const councilTeam = 'T0CITY';
/** The leadership channel in each of the two workspaces. */
export const leadership = 'C0LEADERSHIP';
export const councilRoom = 'C0COUNCIL';

/**
 * The Plymouth Alliance: its Council, Livewell and the facilitator in a workspace of the Council, everybody else in the
 * alliance's own.
 */
export const plymouthInSlack = (change: (charter: CharterDocument) => CharterDocument = (same) => same) => {
  const charter = exampleCharter('plymouth');
  const organisations = charter.organisations.map((each) => ({
    ...each,
    slackTeams: inCouncil.includes(each.id) ? [councilTeam] : [plymouthTeam],
  }));
  const office = {
    id: 'office',
    name: 'Plymouth Alliance Office',
    formerly: [],
    slackTeams: [plymouthTeam],
    entraTenants: [],
    mailDomains: ['plymouth-alliance.example.org'],
  };
  const people = charter.people.map((each) =>
    each.id === 'naomi-clarke' ? { ...each, organisation: office.id } : each,
  );
  // Somebody in the Council's workspace must be able to bind its channel.
  const officers = [...charter.officers, { office: 'secretary' as const, person: 'tom-pascoe', from: '2019-04-01' }];
  const powers = { ...charter.powers, bindRooms: ['allianceManager' as const, 'secretary' as const] };
  return change({ ...charter, organisations: [...organisations, office], people, officers, powers });
};

const inCouncil = ['plymouth-city-council', 'livewell', 'lh-alliances'];

/** The bound channel that somebody of the charter sees. */
export const roomOf = (name: string): string =>
  inCouncil.includes(exampleCharter('plymouth').people.find((each) => each.name === name)?.organisation ?? '')
    ? councilRoom
    : leadership;

/** Both workspaces with the people of the charter in them, and some whom nobody knows. */
export const workspacesOf = (charter: CharterDocument): readonly TeamSpec[] => {
  const people = (council: boolean) =>
    charter.people
      .filter(({ organisation = '' }) => inCouncil.includes(organisation) === council)
      .map(({ name, email }) => ({ id: userOf(name), name, email: email ?? null }));
  return [
    {
      id: plymouthTeam,
      name: 'Plymouth Alliance',
      scopes: botScopes,
      people: [
        ...people(false),
        { id: 'U0STRANGER', name: 'Nobody Known', email: 'nobody@elsewhere.example.org' },
        { id: 'U0GUEST', name: 'Guest Visitor', email: 'sunita.rao@harbour.example.org', guest: true },
      ],
      channels: [
        { id: leadership, name: 'alliance-leadership' },
        { id: 'C0GENERAL', name: 'general' },
        { id: 'C0WITHOUT', name: 'without-us', bot: false },
      ],
    },
    {
      id: councilTeam,
      name: 'Plymouth City Council',
      scopes: botScopes,
      people: people(true),
      channels: [{ id: councilRoom, name: 'alliance-plymouth' }],
    },
    {
      id: 'T0ELSEWHERE',
      name: 'Somewhere Else',
      scopes: botScopes,
      people: [{ id: 'U0FOREIGN', name: 'Foreign Person', email: 'gareth.pugh@hamoaze.example.org' }],
      channels: [{ id: 'C0ELSEWHERE', name: 'general' }],
    },
  ];
};

/** "Margaret Okafor" is U0MARGARETOKAFOR. */
export const userOf = (name: string): string => `U0${name.toUpperCase().replaceAll(/[^A-Z]/g, '')}`;

/** Who speaks for each of the nine members. */
export const representatives = [
  'Margaret Okafor',
  'Priya Nair',
  'Gareth Pugh',
  'Marcus Bailey',
  'Rowan Ellis',
  'Joseph Mensah',
  'Kieran Doyle',
  'Moira Sinclair',
  'Anjali Patel',
] as const;
