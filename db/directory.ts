import type Database from 'better-sqlite3';
import type { DirectoryChange, RoomAddress } from '../src/alliance/directory.js';
import type { AllianceCode, PersonId } from '../src/alliance/names.js';
import type { Account, DirectoryLine, RoomLine } from '../src/clerk/ports.js';
import type { Statements } from './statements.js';
import type { Tables } from './tables.js';
import { wipe } from './wipe.js';

/** How people are reached, which accounts are theirs and where rooms are: the part of the store that can be erased. */
export const directoryOf = (
  client: Database.Database,
  statements: Statements,
): Pick<Tables, 'keepPeople' | 'people' | 'personsOf' | 'links' | 'rooms' | 'roomsAt' | 'forgetPerson'> => {
  const forget = client.transaction<Tables['forgetPerson']>((alliance, person) => {
    statements.removeConversationsOf.run({ alliance, person });
    statements.removeLinksOf.run({ alliance, person });
    statements.removePreferences.run({ alliance, person });
    statements.removeFeed.run({ alliance, person });
    statements.removePerson.run({ alliance, person });
  });
  const keep = client.transaction<Tables['keepPeople']>((alliance, lines) => {
    for (const { person, email } of lines) statements.setPerson.run({ alliance, person, email });
  });
  return {
    keepPeople: (alliance, lines) => keep.immediate(alliance, lines),
    people: (alliance) => peopleOf(statements, alliance),
    personsOf: ({ platform, tenant, user }) =>
      statements.personsOfAccount
        .all({ platform, tenant, user })
        .map(({ alliance, person }) => ({ alliance, person: person as PersonId })),
    links: (alliance) =>
      statements.everyLinkOf.all({ alliance }).map(({ link, person, platform, tenant, user, confirmed }) => ({
        link,
        person: person as PersonId,
        account: { platform: platform as Account['platform'], tenant, user },
        confirmed,
      })),
    rooms: (alliance) => statements.roomsOf.all({ alliance }).map(roomLine),
    roomsAt: ({ platform, tenant, place }) =>
      statements.roomsAt.all({ platform, tenant, place }).map((row) => ({ alliance: row.alliance, ...roomLine(row) })),
    forgetPerson: (alliance, person) => {
      forget.immediate(alliance, person);
      wipe(client);
    },
  };
};

/** Makes one change of the directory, inside the transaction of the entries that say so. */
export const changeDirectory = (statements: Statements, alliance: AllianceCode, change: DirectoryChange): void => {
  switch (change.kind) {
    case 'bindRoom': {
      const { room, body, address, name } = change;
      statements.setRoom.run({ alliance, room, body, ...address, name });
      return;
    }
    case 'releaseRoom':
      statements.removeRoom.run({ alliance, room: change.room });
      return;
    case 'proposeLink':
    case 'link': {
      const { link, person, account, kind } = change;
      statements.setLink.run({ alliance, link, person, ...account, confirmed: kind === 'link' });
      return;
    }
    case 'confirmLink':
      statements.confirmLink.run({ alliance, link: change.link });
      return;
    case 'unlink':
      statements.removeLink.run({ alliance, link: change.link });
      return;
  }
};

const peopleOf = (statements: Statements, alliance: AllianceCode): readonly DirectoryLine[] => {
  const links = statements.linksOf.all({ alliance });
  const accountsOf = (person: string): readonly Account[] =>
    links
      .filter((link) => link.person === person)
      .map(({ platform, tenant, user }) => ({ platform: platform as Account['platform'], tenant, user }));
  const linked = statements.peopleOf.all({ alliance });
  const known = new Set(linked.map(({ person }) => person));
  const onlyLinked = [...new Set(links.map(({ person }) => person))].filter((person) => !known.has(person));
  return [...linked, ...onlyLinked.map((person) => ({ person, email: null }))].map(({ person, email }) => ({
    person: person as PersonId,
    email,
    accounts: accountsOf(person),
  }));
};

interface Row {
  readonly room: number;
  readonly body: string;
  readonly platform: string;
  readonly tenant: string;
  readonly place: string;
  readonly name: string | null;
}

const roomLine = ({ room, body, platform, tenant, place, name }: Row): RoomLine => ({
  room,
  body,
  name,
  address: { platform: platform as RoomAddress['platform'], tenant, place },
});
