/**
 * Options that other voting tools have and this one does not, with the rule that each would break (rulings 1.17, 1.20;
 * domain.md 0 and B). Null for a key that is not one of them. Upper case, hyphens and underscores make no difference.
 */
export const notOffered = (key: string): string | null => {
  const plain = key.toLowerCase().replace(/[^a-z]/g, '');
  const option = options.find(({ keys }) => keys.includes(plain));
  return option ? `${key} is not offered: ${option.because}` : null;
};

const silence = 'silence is never agreement, so a member that has not answered is waited for (law 2, rule B20).';

const options: readonly { readonly keys: readonly string[]; readonly because: string }[] = [
  {
    keys: ['latevotes', 'latevote', 'lateok', 'acceptlatevotes', 'allowlatevotes', 'graceperiod'],
    because: 'an agreement given after the deadline has no effect; the proposal can be tabled again (rule B21).',
  },
  {
    keys: ['inactivemembers', 'dropinactive', 'dropinactivemembers', 'inactiveafter', 'inactiveaftermeetings'],
    because:
      'members who do not answer must not drop out of the count, or silence would dilute unanimity (law 2, rule B11).',
  },
  {
    keys: ['autoagree', 'proposerautoagrees', 'proposeragrees', 'autoapprove', 'autoagreeproposer'],
    because: 'tabling is not a vote; the proposer’s own member agrees like every other (law 2, case E44).',
  },
  {
    keys: ['silenceisagreement', 'silenceagrees', 'silencecounts', 'deemedagreed', 'noresponsemeansyes', 'silence'],
    because: silence,
  },
  {
    keys: ['voteunit', 'voteperorganisation', 'oneorganisationonevote'],
    because:
      'the voter is the member, one organisation in one capacity, and each member has one vote (laws 1, rule B2).',
  },
  {
    keys: ['sealedvotes', 'sealed', 'secretballot', 'secretvotes', 'anonymous', 'anonymousvotes', 'hiddenvotes'],
    because: 'openness is the point: everybody sees who agreed to which text (law 10).',
  },
  {
    keys: ['castingvote', 'chaircastingvote'],
    because: 'the chair has no casting vote, since it would defeat unanimity (rule B14).',
  },
  {
    keys: ['weights', 'weight', 'votes', 'voteweight', 'weightedvotes'],
    because: 'every member has one vote, whatever its size or share of the budget (law 1, rule B2).',
  },
  {
    keys: ['majority', 'threshold', 'passmark', 'quorumpercent', 'supermajority'],
    because: 'decisions are made by all eligible members agreeing, not by a share of them (laws 2 and 3, rule B16).',
  },
];
