import { createHash } from 'node:crypto';
import type { Account } from '../../src/alliance/directory.js';

/** The account of a person of the nth alliance, in the one tenant of the benchmark. */
export const accountOf = (alliance: number, person: number): Account => ({
  platform: 'teams',
  tenant,
  user: entraId(`person ${person} of ${alliance}`),
});

const entraId = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

export const tenant = entraId('tenant');
export const app = entraId('registration');
export const secret = `secret-of-${app}`;
