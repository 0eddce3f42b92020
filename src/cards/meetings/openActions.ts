import type { Action } from '../../alliance/actions/action.js';
import { overdueAfter } from '../../alliance/actions/actionDesk.js';
import type { View } from '../view.js';

/** Every open action, the one that is due first on top. */
export const openActions = ({ alliance }: View): readonly Action[] =>
  [...alliance.openActions]
    .flatMap((id) => alliance.actions.get(id) ?? [])
    .sort((a, b) => (overdueAfter(alliance, a) < overdueAfter(alliance, b) ? -1 : 1));
