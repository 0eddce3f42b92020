import type { SocketModeReceiver } from '@slack/bolt';

/** Whether Slack reaches us over the connection of Socket Mode. */
export interface Connection {
  /** False once there has been none for a minute: new ones are made in a second, so Slack refuses us by then. */
  readonly isUp: () => boolean;
}

/** `nowMs` is a clock that never jumps. Counts from now, so that a start has a minute too. */
export const watchConnection = ({ client }: SocketModeReceiver, nowMs: () => number): Connection => {
  let downSince: number | null = nowMs();
  client.on('connected', () => {
    downSince = null;
  });
  for (const lost of ['reconnecting', 'disconnecting', 'disconnected', 'connecting']) {
    client.on(lost, () => {
      downSince ??= nowMs();
    });
  }
  return { isUp: () => downSince === null || nowMs() - downSince < patienceMs };
};

const patienceMs = 60_000;
