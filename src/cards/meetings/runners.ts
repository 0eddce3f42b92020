import type { PersonId } from '../../alliance/names.js';
import { holdersOfPower } from '../../alliance/speaking.js';
import type { View } from '../view.js';

/** Whether the reader calls and runs meetings. */
export const runs = ({ alliance, now }: View, by: PersonId): boolean =>
  holdersOfPower(alliance, 'runMeetings', now).includes(by);
