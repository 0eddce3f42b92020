import { defineConfig } from 'drizzle-kit';

/** Only for `npm run migrations`, which writes the next file of db/migrations from db/schema.ts. */
export default defineConfig({ dialect: 'sqlite', schema: './db/schema.ts', out: './db/migrations' });
