import { ofCounting } from './ofCounting.js';
import { ofMeetings } from './ofMeetings.js';
import { ofRevisions } from './ofRevisions.js';
import type { Sabotage } from './sabotage.js';
import { ofTime } from './ofTime.js';
import { ofVoices } from './ofVoices.js';

/** Every way in which the rules are broken on purpose, to see that it is noticed. */
export const sabotages: readonly Sabotage[] = [...ofCounting, ...ofVoices, ...ofTime, ...ofRevisions, ...ofMeetings];
