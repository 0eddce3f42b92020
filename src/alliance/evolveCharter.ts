import type { Evolvers } from './evolve.js';

/** Founding, the book's key, and the rules in force. */
export const charterEvolvers: Evolvers<'AllianceFounded' | 'KeyRotated' | 'CharterAdopted' | 'TextsRedacted'> = {
  AllianceFounded: ({ alliance }, body, entry) => {
    alliance.code = body.code;
    alliance.name = body.name;
    alliance.practice = body.practice;
    alliance.publicKey = body.publicKey;
    alliance.foundingKey = body.publicKey;
    alliance.founded = entry.at;
  },

  KeyRotated: ({ alliance }, body) => {
    alliance.publicKey = body.publicKey;
  },

  CharterAdopted: (draft, body) => {
    draft.alliance.charter = body.charter;
    draft.alliance.charterRevision = body.revision;
    draft.map('charters').set(body.revision, body.charter);
    if (body.under !== undefined) draft.set('charterDecisions').add(body.under);
  },

  // The words are gone from table `texts`; what the book says of them stays.
  TextsRedacted: () => undefined,
};
