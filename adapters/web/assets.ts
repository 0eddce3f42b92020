import { readFileSync } from 'node:fs';
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';

/** Serves the playground's own few files, read once; there is no path by which another file could be asked for. */
export const assetRoutes = (app: Hono<{ Bindings: HttpBindings }>, packageRoot: URL): void => {
  for (const [name, type] of Object.entries(assets)) {
    const bytes = readFileSync(new URL(`adapters/web/static/${name}`, packageRoot));
    app.get(
      `/static/${name}`,
      () => new Response(bytes, { headers: { 'Content-Type': type, 'Cache-Control': 'no-cache' } }),
    );
  }
};

/** In the order in which a page names them. */
export const styles = ['palette.css', 'page.css', 'start.css', 'room.css', 'cards.css', 'forms.css'] as const;

const assets: Readonly<Record<string, string>> = {
  ...Object.fromEntries(styles.map((name) => [name, 'text/css; charset=utf-8'])),
  'playground.js': 'text/javascript; charset=utf-8',
  'roundtable.svg': 'image/svg+xml',
};
