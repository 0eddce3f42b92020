import { shownView } from './standin/methods/views.js';
import type { Standin } from './standin/standin.js';
import type { Message, Person, View } from './standin/world.js';

/** What a client of Slack's sends for what somebody does. Everything that the documentation names is there. */
export interface Payloads {
  readonly click: (person: Person, on: Message | View, button: Button) => object;
  readonly submission: (person: Person, view: View, values: object) => object;
  readonly shortcut: (person: Person, message: Message) => object;
  readonly command: (person: Person, channel: string, text: string) => Readonly<Record<string, string>>;
  readonly event: (team: string, event: object) => Readonly<Record<string, unknown>>;
}

export interface Button {
  readonly action_id: string;
  readonly block_id: string;
  readonly value?: string;
  readonly text: { readonly text: string };
}

export const payloadsFor = (standin: Standin): Payloads => {
  let events = 0;
  const common = (person: Person, tenant: string): object => ({
    user: { id: person.id, username: person.name, name: person.name, team_id: person.team },
    team: { id: tenant, domain: tenant.toLowerCase() },
    api_app_id: 'A0ROUNDTABLE',
    token: 'a-verification-token',
    trigger_id: standin.trigger(person.id),
    enterprise: null,
    is_enterprise_install: false,
  });
  const stamp = (): string => (standin.now() / 1_000).toFixed(6);
  return {
    click: (person, on, { action_id, block_id, value, text }) => ({
      type: 'block_actions',
      ...common(person, on.team),
      ...('ts' in on ? placeOf(on, standin) : { container: { type: 'view', view_id: on.id }, view: viewIn(on) }),
      state: { values: {} },
      actions: [{ action_id, block_id, text, value, type: 'button', action_ts: stamp() }],
    }),
    submission: (person, view, values) => ({
      type: 'view_submission',
      ...common(person, view.team),
      view: { ...viewIn(view), state: { values } },
      response_urls: [],
    }),
    shortcut: (person, message) => ({
      type: 'message_action',
      callback_id: 'table_message',
      ...common(person, message.team),
      action_ts: stamp(),
      message_ts: message.ts,
      channel: { id: message.channel, name: standin.channel(message.channel).name },
      message: { type: 'message', user: message.user, ts: message.ts, text: message.text },
      response_url: 'https://hooks.slack.com/app/T0/1/x',
    }),
    command: (person, channel, text) => ({
      token: 'a-verification-token',
      team_id: person.team,
      team_domain: person.team.toLowerCase(),
      channel_id: channel,
      channel_name: standin.world.channels.get(channel)?.name ?? 'directmessage',
      user_id: person.id,
      user_name: person.name.toLowerCase(),
      command: '/alliance',
      text,
      api_app_id: 'A0ROUNDTABLE',
      is_enterprise_install: 'false',
      response_url: 'https://hooks.slack.com/commands/T0/1/x',
      trigger_id: standin.trigger(person.id),
    }),
    event: (team, event) => ({
      token: 'a-verification-token',
      team_id: team,
      api_app_id: 'A0ROUNDTABLE',
      event: { ...event, event_ts: stamp() },
      type: 'event_callback',
      event_id: `Ev${String((events += 1)).padStart(8, '0')}`,
      event_time: Math.floor(standin.now() / 1_000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: team,
          user_id: standin.team(team).bot.user,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
    }),
  };
};

/** A message's place: one that only the person sees comes without its text. */
const placeOf = ({ ts, channel, text, blocks, user, only }: Message, standin: Standin): object => ({
  container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: only !== null },
  channel: { id: channel, name: standin.channel(channel).name },
  ...(only === null ? { message: { type: 'message', ts, user, text, blocks } } : {}),
  response_url: 'https://hooks.slack.com/actions/T0/1/x',
});

const viewIn = (view: View): Readonly<Record<string, unknown>> => ({ ...shownView(view), type: view.type });
