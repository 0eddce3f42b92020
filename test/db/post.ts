import type { Post } from '../../src/clerk/surfaces.js';

/** A living post of Plymouth that nobody has sent yet, but for what is said otherwise. */
export const post = (to: Post['to'], key: string, more: Partial<Post> = {}): Post => ({
  alliance: 'PLY',
  to,
  key,
  kind: 'living',
  seq: 3,
  state: 'wanted',
  reference: null,
  digest: null,
  reason: null,
  tries: 0,
  final: false,
  at: '2026-04-02T09:00:00.000Z',
  ...more,
});
