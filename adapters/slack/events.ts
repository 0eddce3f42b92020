import type { webApi } from '@slack/bolt';
import type { z } from 'zod';
import type { Given } from './answering.js';
import { callerOfEvent } from './callers.js';
import type { Homes } from './home.js';
import { membershipListeners } from './membership.js';
import type { SlackOffice } from './office.js';
import { reactionListener } from './reactions.js';
import { type EventName, eventShapes } from './shapes.js';

/** An event of Slack's, parsed. */
export interface Heard<N extends EventName> {
  readonly event: z.infer<(typeof eventShapes)[N]>['event'];
  readonly eventId: string;
  /** The workspace, or the Enterprise organisation, in which it happened. */
  readonly tenant: string;
  readonly client: webApi.WebClient;
  readonly botUserId: string | undefined;
}

export type EventListeners = { readonly [N in EventName]: (heard: Heard<N>) => Promise<void> };

/** Everything that we subscribe to, and what is done about it. The manifest names the same events. */
export const eventListeners = (office: SlackOffice, homes: Homes): EventListeners => ({
  app_home_opened: async ({ event, tenant, client }) => {
    if (event.tab === 'home') await homes.draw(callerOfEvent(event.user, tenant, client));
  },
  reaction_added: reactionListener(office),
  ...membershipListeners(office),
});

/**
 * One event, parsed and done. Throws what went wrong, so that Slack delivers it again; what is not understood is let
 * lie.
 */
export const hearEvent =
  (name: EventName, listener: (heard: never) => Promise<void>) =>
  async ({ body, client, context }: Given): Promise<void> => {
    const read = eventShapes[name].safeParse(body);
    if (!read.success) return;
    const { event, event_id: eventId, team_id: team, enterprise_id: enterprise } = read.data;
    const tenant = team ?? enterprise;
    if (tenant == null) return;
    const heard = { event, eventId, tenant, client, botUserId: context.botUserId };
    // Shape and listener are looked up by the same name.
    await listener(heard as never);
  };
