import { execFileSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './stores.js';

/** A file system of this test alone, mounted with these options once it has been prepared. Only where `canMount`. */
export const mounted = (
  options: string,
  prepare: (folder: string) => void | Promise<void> = () => undefined,
): Promise<string> | string => {
  const folder = temporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder]);
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  const made = prepare(folder);
  const remount = (): string => {
    execFileSync('mount', ['-o', `remount,${options}`, folder]);
    return folder;
  };
  return made === undefined ? remount() : made.then(remount);
};

/** Whether a test may mount one: only root may, and not everywhere. */
export const canMount = ((): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
