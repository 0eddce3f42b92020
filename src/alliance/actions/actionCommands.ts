import type { LocalDate } from '../instant.js';
import type { ActionId, MemberId, PersonId } from '../names.js';
import type { ActionSource } from './actionEvents.js';

interface OfAction {
  readonly action: ActionId;
}

/** Everything that can be asked about actions (domain.md D4). */
export type ActionCommand =
  | {
      readonly kind: 'recordAction';
      readonly text: string;
      readonly owner: PersonId;
      /** For which member the owner does it; may be left out where there is no choice. */
      readonly member?: MemberId;
      readonly due: LocalDate;
      readonly source?: ActionSource;
    }
  | ({ readonly kind: 'acceptAction' } & OfAction)
  | ({ readonly kind: 'updateAction'; readonly state: 'inProgress' | 'blocked'; readonly note: string } & OfAction)
  | ({ readonly kind: 'claimAction'; readonly evidence: string } & OfAction)
  | ({ readonly kind: 'closeAction' } & OfAction)
  | ({ readonly kind: 'returnAction'; readonly reason: string } & OfAction)
  | ({ readonly kind: 'putOffAction'; readonly due: LocalDate; readonly reason: string } & OfAction)
  | ({
      readonly kind: 'transferAction';
      readonly owner: PersonId;
      readonly member?: MemberId;
      readonly reason: string;
    } & OfAction)
  | ({ readonly kind: 'cancelAction'; readonly reason: string } & OfAction);
