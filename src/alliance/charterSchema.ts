import { z } from 'zod';
import { charterDocument } from './charter.js';

/** The charter as a JSON Schema (draft 2020-12) for editors: what may be left out is what the parser fills in. */
export const charterSchema = (): Readonly<Record<string, unknown>> => {
  const { $schema, ...schema } = z.toJSONSchema(charterDocument, { io: 'input', reused: 'inline' });
  return {
    $schema,
    title: 'Charter of an alliance',
    description: 'The rules and registers of an alliance, as Roundtable reads them from YAML.',
    ...schema,
  };
};

/** The part of the schema that a field of a charter has to meet. */
export interface FieldSchema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly items?: FieldSchema;
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly anyOf?: readonly FieldSchema[];
  readonly propertyNames?: { readonly enum?: readonly string[] };
}

/** The schema at a path of a charter; undefined where the charter has no such place. */
export const fieldAt = (path: readonly PropertyKey[]): FieldSchema | undefined => {
  known ??= charterSchema();
  let field: FieldSchema | undefined = known;
  for (const step of path) {
    field = typeof step === 'number' ? field?.items : field?.properties?.[String(step)];
  }
  return field;
};

/** Made once, when the first problem needs it. */
let known: FieldSchema | undefined;
