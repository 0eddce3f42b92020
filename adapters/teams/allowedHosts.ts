import type { TeamsConfig } from '../config.js';

/**
 * Whether anything may be sent there: https to a host of the Bot Connector that the settings name, or http to this
 * computer itself where they name it with its port. An address that an activity names counts for nothing by itself.
 */
export const isServiceUrl = ({ serviceHosts }: Pick<TeamsConfig, 'serviceHosts'>, text: string): boolean => {
  const url = text.length <= longest && URL.canParse(text) ? new URL(text) : null;
  if (url === null || !serviceHosts.includes(url.host)) return false;
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname));
};

const longest = 500;
