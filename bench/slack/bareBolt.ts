import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver } from '@slack/bolt';
import { testApp } from '../../test/adapters/slack/standin/answering.js';

/** A process of its own with what a vote is measured against: Bolt, which checks the signature and acknowledges, no more. */
const receiver = new HTTPReceiver({ signingSecret: testApp.signingSecret, endpoints: ['/slack/events'] });
const app = new App({ receiver, authorize: async () => ({ botToken: 'xoxb-bench' }), ignoreSelf: false });
app.action(/./u, async ({ ack }) => ack());

const server = await receiver.start({ port: 0, host: '127.0.0.1' });
process.on('disconnect', () => process.exit(0));
process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
