import {
  bandOfAge,
  factsOf,
  fieldsToAsk,
  type Assessment,
  type GivenId,
  type Reason,
  type Situation,
} from '../../core/eligibility/index.ts'
import type { Resources } from '../copy/resources.ts'
import { placements, type GroupId, type Placement } from './placements.ts'

export type LineKey = keyof Resources['check']['line']

/** One sentence or two of a result, with what brought it. */
export type Line = {
  readonly id: GivenId
  /** Its words: `check:line.<key>`. */
  readonly key: LineKey
  readonly reasons: readonly Reason[]
}

export type Group = {
  readonly id: GroupId
  readonly open: readonly Line[]
  readonly folded: readonly Line[]
}

/** What the municipality has settled, as far as the lines of a result turn on it. */
export type Settled = {
  readonly helpContinuesThoughLapsed: boolean
  /** Whether it has answered how price, waiting time and registration are for relatives (open matter O-14). */
  readonly relativesAnswered: boolean
}

/** The order of reading; what somebody asked about (choosing, complaining) comes first. */
const order = [
  'ways',
  'get',
  'soon',
  'cost',
  'know',
  'unsure',
  'rights',
] as const satisfies readonly GroupId[]

const asksOfRights = ({ wishes }: Situation): boolean =>
  ['other-provider', 'private-clinic', 'complain'].some(wish => wishes?.some(one => one === wish) === true)

/** A result as groups of lines: the most important open, the rest folded. `apart` is said elsewhere on the page. */
export function groupsOf(situation: Situation, result: Assessment, settled: Settled): readonly Group[] {
  const ids = toBeSaid(situation, result)
  const rightsFirst = asksOfRights(situation)
  const inOrder = rightsFirst ? (['rights', ...order.filter(id => id !== 'rights')] as const) : order
  return inOrder.flatMap(group => {
    const placed = placements.filter(({ id, in: where }) => where === group && ids.has(id))
    const line = (placement: Placement): Line => ({
      id: placement.id,
      key: wordsFor(placement, situation, settled),
      reasons: result.because.get(placement.id) ?? [],
    })
    const said = placed.filter(({ id, part }) => !(part && id === DETAILS && settled.relativesAnswered))
    const isOpen = ({ open }: Placement): boolean => (typeof open === 'boolean' ? open : open(situation))
    if (said.length === 0) return []
    return [
      {
        id: group,
        open: said.filter(isOpen).map(line),
        folded: said.filter(one => !isOpen(one)).map(line),
      },
    ]
  })
}

const DETAILS: GivenId = 'caution-relative-details-open'

/** Somebody who stopped early (under 15, elsewhere, no age) was not asked what it is about: nothing is said of it. */
const ofTheSubstance: readonly GivenId[] = [
  'caution-substance-decides-rules',
  'caution-alcohol-standard-lapsed',
  'caution-drugs-standard-lapsed',
]

function toBeSaid(situation: Situation, { because }: Assessment): ReadonlySet<GivenId> {
  const asked = fieldsToAsk(situation).includes('substance')
  return new Set([...because.keys()].filter(id => asked || !ofTheSubstance.includes(id)))
}

/** Answers change some words, never what is said (rule R38); so does whom it is said to. */
const otherWords: {
  readonly [K in Placement['id']]?: {
    readonly key: LineKey
    readonly when: (s: Situation, settled: Settled) => boolean
  }
} = {
  'right-free-treatment': {
    key: 'right-free-treatment-youth',
    when: ({ age }) => typeof age === 'number' && bandOfAge(age) !== 'adult',
  },
  'offer-intensive-after-assessment': {
    key: 'offer-intensive-after-assessment-threatened',
    when: s => s.work_network_economy_threatened === true,
  },
  'caution-intensive-outpatient-first': {
    key: 'caution-intensive-outpatient-first-tried',
    when: s => s.outpatient_tried === true,
  },
  'caution-youth-authority-involved': {
    key: 'caution-youth-authority-involved-parent',
    when: s => s.subject === 'relative',
  },
  'caution-under-15-open': {
    key: 'caution-under-15-open-parent',
    when: s => s.subject === 'relative',
  },
  'caution-alcohol-standard-lapsed': {
    key: 'caution-alcohol-standard-lapsed-confirmed',
    when: (_, settled) => settled.helpContinuesThoughLapsed,
  },
}

function wordsFor({ id, part }: Placement, situation: Situation, settled: Settled): LineKey {
  const other = otherWords[id]
  return part ?? (other?.when(situation, settled) === true ? other.key : id)
}

/** Ids of all facts behind a line, once each: its own and those of the rules that brought it. */
export const factsBehind = ({ id, reasons }: Line): readonly string[] => [
  ...new Set([...factsOf(id), ...reasons.flatMap(({ facts }) => facts)]),
]
