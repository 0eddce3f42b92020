import type { z } from 'zod';
import type { CharterProblem } from './charterProblem.js';
import { fieldAt } from './charterSchema.js';
import { notOffered } from './charterNotOffered.js';

type Issue = z.core.$ZodIssue;
type Path = CharterProblem['path'];

/**
 * Says in plain words what the schema found: what stands there, and what is allowed. One issue may be several problems
 * (each unknown key is one). `valueAt` gives what the file holds at a path.
 */
export const issueInWords = (issue: Issue, valueAt: (path: Path) => unknown): readonly CharterProblem[] => {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, keysMost).map((key) => ({ path: [...path, key], says: unknownKey(path, key) }));
  }
  const value = valueAt(path);
  if (value === undefined && issue.code !== 'custom') return [{ path, says: missing(path) }];
  return [{ path, says: `${issue.message || allowed(issue, path)}${found(value)}.` }];
};

const unknownKey = (path: Path, key: string): string => {
  return notOffered(key) ?? `"${shortened(key)}" is not a setting here. Allowed: ${keysAllowed(path)}.`;
};

const missing = (path: Path): string => {
  const field = fieldAt(path);
  const choices = field?.enum ? ` Allowed: ${field.enum.join(', ')}.` : '';
  return `is missing.${field?.description ? ` It says: ${field.description}` : ''}${choices}`;
};

/** What may stand at the place of an issue, as the beginning of a sentence. */
const allowed = (issue: Issue, path: Path): string => {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be one of: ${issue.values.join(', ')}`;
    case 'too_small':
      return atLeast(issue.origin, Number(issue.minimum));
    case 'too_big':
      return atMost(issue.origin, Number(issue.maximum));
    case 'invalid_key':
      return `must be one of: ${keysAllowed(path.slice(0, -1))}`;
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_format':
    case 'invalid_union':
    case 'invalid_element':
    case 'custom':
      return 'is not written in a way that is understood';
  }
};

const keysAllowed = (path: Path): string => {
  const field = fieldAt(path);
  return (field?.propertyNames?.enum ?? Object.keys(field?.properties ?? {})).join(', ');
};

const kinds: Readonly<Record<string, string>> = {
  string: 'text (put it in quotes if it looks like a number)',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, each line beginning with a hyphen',
  object: 'a group of settings, each on its own indented line',
  record: 'a group of settings, each on its own indented line',
};

const atLeast = (origin: string, least: number): string => {
  if (origin === 'string') return least === 1 ? 'must not be empty' : `must have at least ${least} characters`;
  if (origin === 'array') return least === 1 ? 'must have at least one line' : `must have at least ${least} lines`;
  return `must be at least ${least}`;
};

const atMost = (origin: string, most: number): string => {
  if (origin === 'string') return `must have at most ${most} characters`;
  if (origin === 'array') return `must have at most ${most} lines`;
  return `must be at most ${most}`;
};

const keysMost = 50;
const shownMost = 40;

const shortened = (text: string): string => (text.length > shownMost ? `${text.slice(0, shownMost)}…` : text);

const found = (value: unknown): string => {
  if (value === null) return ', and nothing stands there';
  if (typeof value === 'number' || typeof value === 'boolean') return `, not ${value}`;
  if (typeof value === 'string' && value !== '') return `, not ${JSON.stringify(shortened(value))}`;
  return '';
};
