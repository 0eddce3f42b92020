import { z } from 'zod';
import { limits } from '../limits.js';
import { json, method, refused } from '../method.js';
import type { Answer, Desk } from '../method.js';
import { checkedView } from '../viewShape.js';
import type { View, ViewBody } from '../world.js';

const triggered = z.strictObject({ trigger_id: z.string(), view: json });

/** Modals and App Home. A modal belongs to whoever clicked. */
export const views = {
  'views.open': method({
    shape: triggered,
    scopes: [],
    answer: (desk, args) => opened(desk, args, false),
  }),
  'views.push': method({
    shape: triggered,
    scopes: [],
    answer: (desk, args) => opened(desk, args, true),
  }),
  'views.update': method({
    shape: z.strictObject({ view_id: z.string(), hash: z.string().optional(), view: json }),
    scopes: [],
    answer: (desk, { view_id: id, hash, view }) => {
      const known = desk.world.views.get(id);
      if (known?.team !== desk.team.id) return refused('not_found');
      if (hash !== undefined && hash !== known.hash) return refused('hash_conflict');
      const checked = checkedView(view, 'modal');
      if ('error' in checked) return refused(checked.error, checked.messages);
      redraw(known, checked.body, desk);
      return { ok: true, view: shownView(known) };
    },
  }),
  'views.publish': method({
    shape: z.strictObject({ user_id: z.string(), hash: z.string().optional(), view: json }),
    scopes: [],
    answer: (desk, { user_id: user, view }) => {
      if (!desk.team.people.has(user)) return refused('user_not_found');
      const checked = checkedView(view, 'home');
      if ('error' in checked) return refused(checked.error, checked.messages);
      const home = viewOf(desk, user, 'home', checked.body, null);
      desk.world.homes.set(`${desk.team.id} ${user}`, home);
      return { ok: true, view: shownView(home) };
    },
  }),
} as const;

const opened = (desk: Desk, { trigger_id: trigger, view }: z.infer<typeof triggered>, onTop: boolean): Answer => {
  const exchanged = desk.exchange(trigger, desk.nowMs);
  if ('error' in exchanged) return refused(exchanged.error);
  const { user } = exchanged;
  const stack = stackOf(desk.world.views, user);
  if (onTop && stack.length === 0) return refused('not_found');
  if (onTop && stack.length >= limits.stack) return refused('push_limit_reached');
  const checked = checkedView(view, 'modal');
  if ('error' in checked) return refused(checked.error, checked.messages);
  if (!onTop) for (const { id } of stack) desk.world.views.delete(id);
  const made = viewOf(desk, user, 'modal', checked.body, onTop ? (stack.at(-1) ?? null) : null);
  desk.world.views.set(made.id, made);
  return { ok: true, view: shownView(made) };
};

/** The modals that somebody has before them, the lowest first. */
export const stackOf = (all: ReadonlyMap<string, View>, user: string): readonly View[] =>
  [...all.values()].filter((view) => view.user === user);

export const viewOf = (
  { team, nextNumber, nowMs }: Pick<Desk, 'team' | 'nextNumber' | 'nowMs'>,
  user: string,
  type: View['type'],
  body: ViewBody,
  on: View | null,
): View => {
  const id = `V${String(nextNumber()).padStart(8, '0')}`;
  const hash = `${Math.floor(nowMs / 1000)}.${nextNumber()}`;
  return { id, team: team.id, user, type, root: on?.root ?? id, previous: on?.id ?? null, hash, body };
};

export const redraw = (view: View, body: ViewBody, { nextNumber, nowMs }: Pick<Desk, 'nextNumber' | 'nowMs'>): void => {
  view.body = body;
  view.hash = `${Math.floor(nowMs / 1000)}.${nextNumber()}`;
};

/** The view as payloads and answers carry it. */
export const shownView = ({ id, team, root, previous, hash, body }: View): Readonly<Record<string, unknown>> => ({
  id,
  team_id: team,
  state: { values: {} },
  hash,
  root_view_id: root,
  previous_view_id: previous,
  external_id: '',
  app_id: 'A0ROUNDTABLE',
  private_metadata: '',
  callback_id: '',
  clear_on_close: false,
  notify_on_close: false,
  ...body,
});
