import { Ajv } from 'ajv';
import published from '../../../schemas/adaptive-card.1.5.0.json' with { type: 'json' };
import type { Card, Entity } from './world.js';

/** What Teams would say against a card, in words; nothing where it takes it. */
export const flawsOf = (card: Card): readonly string[] => {
  const { msteams, ...plain } = card;
  if (!matches(plain)) return [schema.errorsText(matches.errors?.slice(-6), { separator: '\n' })];
  return [...flawsOfProfile(plain), ...flawsOfMentions(card, msteams)];
};

const schema = new Ajv({ strict: false, validateFormats: false, allErrors: false });
// The old draft's own address and name of the schema are of no use offline; the rest of it is the same in later drafts.
const { $schema: _draft, id: _name, ...rest } = published;
const matches = schema.compile(rest);

/** What Teams takes of the schema, as its documentation says. */
const flawsOfProfile = (card: Card): readonly string[] => {
  const all = objectsIn(card);
  const version = card['version'];
  const actions = all.filter(({ type }) => type === 'ActionSet').map(({ actions: each }) => each as readonly unknown[]);
  const top = (card['actions'] ?? []) as readonly unknown[];
  const ids = all.flatMap(({ type, id }) => (String(type).startsWith('Input.') && typeof id === 'string' ? [id] : []));
  return [
    ...(typeof version === 'string' && Number(version) <= 1.5 ? [] : ['version above 1.5']),
    ...(all.some(({ type }) => type === 'Media') ? ['Media is not supported'] : []),
    ...([top, ...actions].some(({ length }) => length > 6) ? ['more than six actions in a row'] : []),
    ...(new Set(ids).size === ids.length ? [] : ['two inputs with one id']),
    ...(all.some(({ type, title }) => String(type).startsWith('Action.') && typeof title !== 'string')
      ? ['an action without a title']
      : []),
  ];
};

/** A mention in a card must be a text of the card too, else Teams shows neither. */
const flawsOfMentions = (card: Card, msteams: unknown): readonly string[] => {
  const entities = ((msteams ?? {}) as { readonly entities?: readonly Entity[] }).entities ?? [];
  const texts = objectsIn(card).flatMap(({ text }) => (typeof text === 'string' ? [text] : []));
  return entities.flatMap(({ type, text, mentioned }) => {
    if (type !== 'mention' || typeof text !== 'string') return ['an entity that is no mention'];
    const { id, name } = (mentioned ?? {}) as { readonly id?: unknown; readonly name?: unknown };
    if (typeof id !== 'string' || typeof name !== 'string') return ['a mention of nobody'];
    return texts.some((each) => each.includes(text)) ? [] : [`nothing in the card says ${text}`];
  });
};

/** Every object in a card, itself included. */
export const objectsIn = (value: unknown): readonly Readonly<Record<string, unknown>>[] => {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Readonly<Record<string, unknown>>, ...Object.values(value).flatMap(objectsIn)];
};
