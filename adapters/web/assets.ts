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

const assets: Readonly<Record<string, string>> = {
  'playground.css': 'text/css; charset=utf-8',
  'playground.js': 'text/javascript; charset=utf-8',
  'roundtable.svg': 'image/svg+xml',
};
