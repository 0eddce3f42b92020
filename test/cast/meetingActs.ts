import type { Command, CommandOf } from '../../src/alliance/commands.js';
import type { MeetingId, PersonId } from '../../src/alliance/names.js';
import type { Scene, Told } from '../cast.js';
import { cardAsText } from '../../src/cards/plainText.js';
import type { ShowPress } from '../../src/cards/press.js';
import { shownCard } from '../../src/cards/shown.js';
import type { Act } from './acts.js';

/** An order about a meeting, for the member that the speaker speaks for where it takes one. */
export const order =
  <K extends Command['kind']>(command: CommandOf<K>): Act =>
  () =>
    command;

/** The same, as spoken for the member. */
export const forMember =
  <K extends Command['kind']>(command: CommandOf<K>): Act =>
  (_now, member) => ({ ...command, member });

/** Calls a meeting of the leadership team by local times: "2026-04-30 10:00". */
export const convene = (scene: Scene, from: string, to: string, more: Partial<CommandOf<'conveneMeeting'>> = {}): Act =>
  order({ kind: 'conveneMeeting', startsAt: scene.moment(from), endsAt: scene.moment(to), ...more });

export const attends = (meeting: MeetingId, mode: 'room' | 'remote' = 'room', person?: PersonId): Act =>
  order({ kind: 'recordAttendance', meeting, mode, ...(person === undefined ? {} : { person }) });

/** The representatives of these members arrive, one after another. */
export const arrive = async (scene: Scene, meeting: MeetingId, members: readonly string[]): Promise<Told> => {
  let last: Told | undefined;
  for (const member of members) {
    const { person } = await scene.representativeOf(member);
    last = await scene.does({ person }, attends(meeting));
  }
  if (last === undefined) throw new Error('nobody arrives');
  return last;
};

/** The card that a person is answered with when they ask for it, as one text. */
export const shows = async (scene: Scene, name: string, show: Omit<ShowPress, 'act' | 'alliance'>): Promise<string> => {
  const view = await scene.view();
  const press = { act: 'show', alliance: view.alliance.code, ...show } as const;
  return cardAsText(shownCard(view, press as Parameters<typeof shownCard>[1], await scene.person(name)));
};
