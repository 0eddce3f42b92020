import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../adapters/config.js';

const problem = (settings: Readonly<Record<string, string>>): string => {
  const read = readConfig(settings);
  return 'problem' in read ? read.problem : '';
};

describe('the settings', () => {
  it('have defaults that let a newcomer start without any', () => {
    expect(readConfig({})).toMatchObject({
      config: {
        databaseFile: './data/roundtable.db',
        playgroundFile: './data/playground.db',
        host: '127.0.0.1',
        port: 3000,
        logLevel: 'info',
        playgroundToken: null,
      },
    });
  });

  it('are those of .env.example, each with its default', () => {
    const example = readFileSync(fileURLToPath(new URL('../../.env.example', import.meta.url)), 'utf8');
    const named = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name!, value!] as const);
    expect(readConfig(Object.fromEntries(named))).toEqual(readConfig({}));
    expect(named.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'DATABASE_URL',
        'PLAYGROUND_DATABASE_URL',
        'HOST',
        'PORT',
        'LOG_LEVEL',
        'PLAYGROUND_TOKEN',
      ]),
    );
  });

  it('may be left empty, which is the same as leaving them out', () => {
    expect(readConfig({ PORT: '', PLAYGROUND_TOKEN: '' })).toEqual(readConfig({}));
  });

  it('ask for an address only where the record is served: the playground is on this computer always', () => {
    const slack = { SLACK_BOT_TOKEN: 'xoxb-of-the-tests', SLACK_SIGNING_SECRET: 'a-signing-secret' };
    const host = (settings: Readonly<Record<string, string>>) => {
      const read = readConfig(settings);
      return 'config' in read ? read.config.host : read.problem;
    };
    expect(['0.0.0.0', '::', '10.0.0.7', ''].map((HOST) => host({ ...slack, HOST }))).toEqual([
      '0.0.0.0',
      '::',
      '10.0.0.7',
      '127.0.0.1',
    ]);
    expect(host({ ...slack, HOST: 'my-computer' })).toContain('HOST must be an address of this computer, such as');
    expect(['0.0.0.0', 'my-computer'].map((HOST) => host({ HOST }))).toEqual(['127.0.0.1', '127.0.0.1']);
  });

  it('take files with and without slashes', () => {
    expect(readConfig({ DATABASE_URL: 'file:///srv/roundtable.db' })).toMatchObject({
      config: { databaseFile: '/srv/roundtable.db' },
    });
    expect(readConfig({ DATABASE_URL: 'file:book.db' })).toMatchObject({ config: { databaseFile: 'book.db' } });
  });

  it.each([
    [{ PORT: '70000' }, 'PORT must be a number from 0 to 65535, such as 3000'],
    [{ PORT: '1e3' }, 'PORT must be a number from 0 to 65535, such as 3000'],
    [{ DATABASE_URL: 'postgres://db' }, 'DATABASE_URL must name a file, such as file:./data/roundtable.db'],
    [{ LOG_LEVEL: 'chatty' }, 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace or silent'],
    [{ PLAYGROUND_TOKEN: 'a b' }, 'PLAYGROUND_TOKEN must be 16 to 64 letters, digits, hyphens or underscores'],
  ])('say what is wrong with %o', (settings, sentence) => {
    expect(problem(settings as Readonly<Record<string, string>>)).toContain(sentence);
  });
});
