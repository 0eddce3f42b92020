import { startStandin } from '../../test/adapters/teams/standin/standin.js';
import { app, tenant } from './ground.js';

/** A process of its own that stands in for Teams: it says where it is, and gives a token of the Bot Connector. */
const standin = await startStandin([{ id: tenant, name: 'Bench', people: [], apps: [{ id: app }], conversations: [] }]);
process.on('disconnect', () => void standin.stop().then(() => process.exit(0)));
process.send?.({
  url: standin.origin,
  openIdUrl: standin.metadataUrl,
  service: standin.serviceUrl(tenant),
  token: await standin.token(app),
});
