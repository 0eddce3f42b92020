import type { Platform } from '../alliance/accountEvents.js';

/**
 * The workspaces that gave us a token of their own. `sealed` is what the adapter encrypted; the store never sees a
 * token. `tenant` is the Slack team or Enterprise organisation.
 */
export interface Installations {
  /** Keeps it durably, in the place of what was kept of that tenant. */
  keepInstallation(installation: Installation): Promise<void>;
  findInstallation(platform: Platform, tenant: string): Promise<Installation | null>;
  /** All of one platform, by tenant: for sealing them anew under another key. */
  installations(platform: Platform): Promise<readonly Installation[]>;
  /** Forgets it for good; the books do not change. */
  forgetInstallation(platform: Platform, tenant: string): Promise<void>;
}

export interface Installation {
  readonly platform: Platform;
  readonly tenant: string;
  readonly sealed: string;
}
