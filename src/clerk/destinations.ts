import { isPerson } from '../alliance/names.js';
import type { PersonId } from '../alliance/names.js';
import type { Agenda } from './agenda.js';
import type { Directory } from './ports.js';
import { dropped, isPending } from './postStates.js';
import type { Destination } from './steps.js';
import type { Post } from './surfaces.js';
import { toRoom } from './wanted.js';

/** Where the open posts of an alliance go now, and what becomes of those that lead nowhere any more. */
export interface Addressed {
  readonly destinations: readonly Destination[];
  /** To be written down: the room was released, or the person has no account. */
  readonly settled: readonly Post[];
}

export const addressed = async (directory: Pick<Directory, 'rooms' | 'people'>, agenda: Agenda): Promise<Addressed> => {
  const open = agenda.open();
  if (open.length === 0) return { destinations: [], settled: [] };
  const places = new Set(open.map(({ to }) => to));
  const rooms = await directory.rooms(agenda.alliance);
  // Whom we tell apart by a person's account is rarely anybody: most posts go to rooms.
  const people = open.some((post) => isToPerson(post) && isPending(post))
    ? await directory.people(agenda.alliance)
    : [];
  const destinations: Destination[] = [];
  const settled: Post[] = [];
  for (const to of places) {
    const room = rooms.find((each) => toRoom({ number: each.room }) === to);
    const mine = open.filter((post) => post.to === to);
    const accounts = people.find(({ person }) => person === to)?.accounts ?? [];
    const turn = Math.min(turnOf(mine), Math.max(accounts.length - 1, 0));
    const account = accounts[turn] ?? null;
    if (room !== undefined)
      destinations.push({ to, address: room.address, account: null, turn: 0, accounts: 0, fallback: null });
    else if (account !== null) {
      const { platform, tenant, user } = account;
      const near = rooms.find(({ address }) => address.platform === platform && address.tenant === tenant);
      const fallback = near === undefined ? null : toRoom({ number: near.room });
      const address = { platform, tenant, place: user };
      destinations.push({ to, address, account, turn, accounts: accounts.length, fallback });
    } else settled.push(...mine.filter(isNowhere).map(leadsNowhere));
  }
  return { destinations, settled };
};

/** Messages that the person's last account refused are sent through the next one. */
const turnOf = (posts: readonly Post[]): number => {
  const tries = posts.filter(isPending).map((post) => post.tries);
  return tries.length === 0 ? 0 : Math.min(...tries);
};

const isToPerson = ({ to }: Post): boolean => isPerson(to as PersonId);

/** What was told to a person stays said; a room that was released is not touched again. */
const isNowhere = (post: Post): boolean => !isToPerson(post) || isPending(post);

const leadsNowhere = (post: Post): Post =>
  isToPerson(post) ? { ...post, state: 'undeliverable', reason: 'personUnreachable' } : dropped(post, 'roomReleased');
