import { createHash } from 'node:crypto';
import type { CharterDocument } from '../../../src/alliance/charter.js';
import { exampleCharter } from '../../alliance/charters.js';
import type { TenantSpec } from './standin/world.js';

/** Entra ids, always the same for the same name. */
export const idOf = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

export const plymouthTenant = idOf('tenant of the alliance');
export const councilTenant = idOf('tenant of the Council');
export const elsewhere = idOf('tenant of somebody else');
export const plymouthApp = idOf('registration of the alliance');
export const councilApp = idOf('registration of the Council');
/** The leadership channel in each of the two tenants. */
export const leadership = '19:leadership@thread.tacv2';
export const councilRoom = '19:council@thread.tacv2';

/** "Margaret Okafor" by her Entra object id. */
export const objectOf = (name: string): string => idOf(`person ${name}`);

/**
 * The Plymouth Alliance: its Council, Livewell and the facilitator in the tenant of the Council, everybody else in the
 * alliance's own.
 */
export const plymouthInTeams = (change: (charter: CharterDocument) => CharterDocument = (same) => same) => {
  const charter = exampleCharter('plymouth');
  const organisations = charter.organisations.map((each) => ({
    ...each,
    entraTenants: inCouncil.includes(each.id) ? [councilTenant] : [plymouthTenant],
  }));
  const office = {
    id: 'office',
    name: 'Plymouth Alliance Office',
    formerly: [],
    slackTeams: [],
    entraTenants: [plymouthTenant],
    mailDomains: ['plymouth-alliance.example.org'],
  };
  const people = charter.people.map((each) =>
    each.id === 'naomi-clarke' ? { ...each, organisation: office.id } : each,
  );
  // Somebody in the Council's tenant must be able to bind its channel.
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

/** Both tenants with the people of the charter in them, and some whom nobody knows. */
export const tenantsOf = (charter: CharterDocument): readonly TenantSpec[] => {
  const people = (council: boolean) =>
    charter.people
      .filter(({ organisation = '' }) => inCouncil.includes(organisation) === council)
      .map(({ name, email }) => ({ object: objectOf(name), name, ...(email === undefined ? {} : { upn: email }) }));
  return [
    {
      id: plymouthTenant,
      name: 'Plymouth Alliance',
      people: [
        ...people(false),
        { object: objectOf('Nobody Known'), name: 'Nobody Known', upn: 'nobody@elsewhere.example.org' },
        {
          object: objectOf('Guest Visitor'),
          name: 'Guest Visitor',
          upn: 'sunita.rao_harbour.example.org#EXT#@plymouth.example.org',
          email: 'sunita.rao@harbour.example.org',
          role: 'guest',
        },
      ],
      apps: [{ id: plymouthApp }],
      conversations: [
        { id: leadership, name: 'Leadership' },
        { id: '19:general@thread.tacv2', name: 'General' },
      ],
    },
    {
      id: councilTenant,
      name: 'Plymouth City Council',
      people: people(true),
      apps: [{ id: councilApp }],
      conversations: [{ id: councilRoom, name: 'Alliance' }],
    },
  ];
};

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
