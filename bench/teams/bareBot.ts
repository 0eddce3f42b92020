import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { app, secret, tenant } from './ground.js';

/** A process of its own with what a vote is measured against: botbuilder, which checks the token and acknowledges, no more. */
const begin = ({ openIdUrl, url }: { readonly openIdUrl: string; readonly url: string }): void => {
  const issuer = 'https://api.botframework.com';
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication({
      MicrosoftAppId: app,
      MicrosoftAppPassword: secret,
      MicrosoftAppTenantId: tenant,
      MicrosoftAppType: 'SingleTenant',
      ToBotFromChannelTokenIssuer: issuer,
      ToBotFromChannelOpenIdMetadataUrl: openIdUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: openIdUrl,
      ToChannelFromBotLoginUrl: `${url}/${tenant}`,
      ToChannelFromBotOAuthScope: issuer,
      OAuthUrl: issuer,
      CallerId: '',
    }),
  );
  const acknowledged = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Recorded' };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    const { method = '', headers } = request;
    await adapter.process({ method, headers, body }, answering(response), async (turn) => {
      await turn.sendActivity({ type: 'invokeResponse', value: { status: 200, body: acknowledged } });
    });
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1', () => {
    process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  });
};

const bodyOf = (request: IncomingMessage): Promise<Record<string, unknown>> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).once('error', reject);
    request.once('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>));
  });

/** A response as botbuilder takes it from the frameworks that it knows. */
const answering = (response: ServerResponse) => ({
  socket: response.socket,
  status: (status: number) => (response.statusCode = status),
  header: (name: string, value: unknown) => response.setHeader(name, String(value)),
  send: (body: unknown) => response.setHeader('content-type', 'application/json').write(JSON.stringify(body)),
  end: () => response.end(),
});

process.on('disconnect', () => process.exit(0));
process.once('message', (standin) => begin(standin as Parameters<typeof begin>[0]));
