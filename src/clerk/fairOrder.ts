import type { Alliance } from '../alliance/alliance.js';
import type { Instant } from '../alliance/instant.js';
import { isPerson } from '../alliance/names.js';
import { voicesOf } from '../alliance/speaking.js';
import type { Order } from './orders.js';

/**
 * The orders of one commit batch in the order in which they are decided: on each proposal, the members that object come
 * before the members that do not, and each member's own orders keep their order (rulings 1.2). All other orders keep
 * their places.
 */
export const fairOrder = <Waiting extends { readonly order: Order }>(
  batch: readonly Waiting[],
  alliance: Alliance,
  at: Instant,
): readonly Waiting[] => {
  if (batch.length < 2 || !batch.some(({ order }) => objects(order))) return batch;
  const ordered = [...batch];
  for (const places of placesByProposal(batch, alliance, at).values()) {
    const groups = groupedBySpeaker(places, batch);
    const first = groups.filter((group) => group.some(({ order }) => objects(order)));
    const after = groups.filter((group) => !group.some(({ order }) => objects(order)));
    [...first, ...after].flat().forEach((waiting, index) => {
      const place = places[index];
      if (place !== undefined) ordered[place.index] = waiting;
    });
  }
  return ordered;
};

interface Place {
  readonly index: number;
  readonly speaker: string;
}

/** For each proposal, where in the batch orders stand that a speaker of a member gave. */
const placesByProposal = (
  batch: readonly { readonly order: Order }[],
  alliance: Alliance,
  at: Instant,
): ReadonlyMap<string, readonly Place[]> => {
  const places = new Map<string, Place[]>();
  batch.forEach(({ order }, index) => {
    const { command, by } = order;
    if (!('proposal' in command) || !isPerson(by)) return;
    const named = 'member' in command ? command.member : undefined;
    const member = named ?? voicesOf(alliance, by, at)[0]?.member;
    if (member === undefined) return;
    const present = places.get(command.proposal) ?? [];
    places.set(command.proposal, [...present, { index, speaker: member }]);
  });
  return places;
};

const groupedBySpeaker = <Waiting>(
  places: readonly Place[],
  batch: readonly Waiting[],
): readonly (readonly Waiting[])[] => {
  const groups = new Map<string, Waiting[]>();
  for (const { index, speaker } of places) {
    const waiting = batch[index];
    if (waiting !== undefined) groups.set(speaker, [...(groups.get(speaker) ?? []), waiting]);
  }
  return [...groups.values()];
};

const objects = ({ command }: Order): boolean => command.kind === 'recordPosition' && command.position === 'object';
