import type { Power } from '../../alliance/charter.js';
import { holdersOf, officesWith } from '../../alliance/speaking.js';
import type { View } from '../view.js';
import { listed } from './general.js';
import { officeNames, personName } from './names.js';

/** "Priya Nair (Alliance Manager)": who holds a power now; the offices by name where nobody does. */
export const powerHolders = (view: View, power: Power): string => {
  const offices = officesWith(view.alliance, power);
  const holders = offices.flatMap((office) =>
    holdersOf(view.alliance, office, view.now).map((person) => `${personName(view, person)} (${officeNames[office]})`),
  );
  return holders.length > 0
    ? listed([...new Set(holders)].slice(0, 3), 'or')
    : `the ${listed(
        offices.map((office) => officeNames[office]),
        'or',
      )}`;
};
