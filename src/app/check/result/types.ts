import type {
  CautionId,
  DeadlineId,
  GivenId,
  OfferId,
  RightId,
  Situation,
} from '../../../core/eligibility/index.ts'
import type { Resources } from '../../copy/resources.ts'

export type LineKey = keyof Resources['check']['line']

/** What the municipality has settled, as far as the lines of a result turn on it. */
export type Settled = {
  readonly helpContinuesThoughLapsed: boolean
  /** Whether it has answered how price, waiting time and registration are for relatives (open matter O-14). */
  readonly relativesAnswered: boolean
}

export type GroupId = 'ways' | 'get' | 'soon' | 'cost' | 'know' | 'unsure' | 'rights'

/** Said on the page outside of the groups: danger above all else, then that an age is missing; at the end address and danger. */
type Apart =
  | 'offer-contact-place'
  | 'signpost-emergency'
  | 'caution-emergency-not-here'
  | 'caution-age-needed'
export type Placed = Exclude<OfferId | RightId | DeadlineId | CautionId, Apart>

export type Placement = {
  readonly id: Placed
  readonly in: GroupId
  /** Whether it stands open; the rest can be unfolded (voice: "Which honest item, to whom"). */
  readonly open: boolean | ((situation: Situation) => boolean)
  /** A second part of the same caution, told where it belongs. */
  readonly part?: LineKey
  /** The facts a part stands on, where they are not those of its id. */
  readonly facts?: readonly string[]
  /** A part is not said beside this, which says the same. */
  readonly unless?: GivenId
}
