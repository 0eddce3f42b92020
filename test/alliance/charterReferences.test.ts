import { describe, it } from 'vitest';
import type { Mistake } from './charters.js';
import { refused } from './charters.js';

const notThere: readonly Mistake[] = [
  [
    'organisation of a member',
    'plymouth',
    'organisation: zone, name',
    'organisation: zonne, name',
    'members[6].organisation',
    'there is no organisation "zonne"',
  ],
  [
    'organisation of a person',
    'plymouth',
    'organisation: path\n',
    'organisation: pth\n',
    'people[16].organisation',
    'there is no organisation "pth"',
  ],
  [
    'seat of an appointment',
    'plymouth',
    '{ as: deputy, member: zone }',
    '{ as: deputy, member: moon }',
    'people[15].appointments[0].member',
    'there is no member "moon"',
  ],
  [
    'person of an office',
    'plymouth',
    'person: naomi-clarke',
    'person: nobody',
    'officers[0].person',
    'there is no person "nobody"',
  ],
  [
    'person of an observer',
    'idream',
    'person: fiona-marsh',
    'person: nobody',
    'observers[0].person',
    'there is no person "nobody"',
  ],
  [
    'body of a room',
    'plymouth',
    'body: leadership',
    'body: cabinet',
    'rooms[0].body',
    'there is no body "cabinet". There are: leadership, management.',
  ],
  [
    'member of a body',
    'plymouth',
    'code: AMT',
    'code: AMT\n    members: [harbour, moon]',
    'bodies[1].members[1]',
    'there is no member "moon"',
  ],
  [
    'holder of a reserved matter',
    'plymouth',
    'holders: [council]',
    'holders: [crown]',
    'reserved[0].holders[0]',
    'there is no member or organisation "crown"',
  ],
  [
    'owner of a step',
    'plymouth',
    'owner: lh-alliances',
    'owner: arbiter',
    'ladder[3].owner',
    'there is no office, member, body or organisation "arbiter"',
  ],
  [
    'class of a paper',
    'plymouth',
    'name: Delivery plan, class: plan',
    'name: Delivery plan, class: dream',
    'papers[1].class',
    'there is no class "dream"',
  ],
  [
    'class of a consultation',
    'lwn',
    'consultedOn: [network]',
    'consultedOn: [net]',
    'network.consultedOn[0]',
    'there is no class "net"',
  ],
  [
    'principal of a deputy',
    'plymouth',
    '{ as: deputy, member: zone }',
    '{ as: deputy, member: zone, personalTo: nobody }',
    'people[15].appointments[0].personalTo',
    'there is no person "nobody"',
  ],
];

const twice: readonly Mistake[] = [
  [
    'organisation',
    'plymouth',
    'id: lh-alliances',
    'id: zone',
    'organisations[9].id',
    'the id "zone" is used twice in organisations',
  ],
  ['member', 'plymouth', '{ id: path,', '{ id: zone,', 'members[7].id', 'the id "zone" is used twice in members'],
  [
    'seat',
    'plymouth',
    'organisation: path, name',
    'organisation: zone, name',
    'members[7].capacity',
    'the seat "zone as provider" is used twice in members',
  ],
  [
    'person',
    'plymouth',
    'id: naomi-clarke',
    'id: tom-pascoe',
    'people[20].id',
    'the id "tom-pascoe" is used twice in people',
  ],
  [
    'mail address',
    'plymouth',
    'email: naomi.clarke@plymouth-alliance',
    'email: Tom.Pascoe@plymouth',
    'people[20].email',
    'the mail address "tom.pascoe@plymouth.example.org" is used twice',
  ],
  ['class', 'plymouth', 'id: poll', 'id: plan', 'classes[7].id', 'the id "plan" is used twice in classes'],
  ['body code', 'plymouth', 'code: AMT', 'code: ALT', 'bodies[1].code', 'the code "ALT" is used twice in bodies'],
];

describe('a charter whose names do not fit together is refused', () => {
  it.each(notThere)('a name that points nowhere: %s', refused);
  it.each(twice)('the same twice: %s', refused);
});
