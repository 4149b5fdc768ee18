import {
  wants,
  factsOf,
  fieldsToAsk,
  type Assessment,
  type GivenId,
  type Reason,
  type Situation,
} from '../../../core/eligibility/index.ts'
import { wordsFor } from './other-words.ts'
import { placements } from './placements.ts'
import { onlyComplains } from './who-asks.ts'
import type { GroupId, LineKey, Placement, Settled } from './types.ts'

/** One sentence or two of a result, with what brought it. */
export type Line = {
  readonly id: GivenId
  /** Its words: `check:line.<key>`. */
  readonly key: LineKey
  readonly reasons: readonly Reason[]
  /** In place of the facts of its id, where a part of it stands on others. */
  readonly facts?: readonly string[] | undefined
}

export type Group = {
  /** `complain`: the rights of somebody who wants nothing but to complain. */
  readonly id: GroupId | 'complain'
  readonly open: readonly Line[]
  readonly folded: readonly Line[]
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

const asksOfRights = (situation: Situation): boolean =>
  wants(situation, 'other-provider', 'private-clinic', 'complain')

/** That the rules on complaining have run out is for somebody who complains to know. */
const lapses: readonly GivenId[] = ['caution-alcohol-standard-lapsed', 'caution-drugs-standard-lapsed']

/** Not said beside what says the same with more: of the limit that it has gone by, of a relative elsewhere why to ask. */
const saidBy: { readonly [K in GivenId]?: GivenId } = {
  'deadline-complaint': 'caution-complaint-deadline-passed',
  'caution-relative-outside-open': 'caution-relative-reading-ambiguous',
}

/** A result as groups of lines: the most important open, the rest folded. `apart` is said elsewhere on the page. */
export function groupsOf(situation: Situation, result: Assessment, settled: Settled): readonly Group[] {
  const ids = toBeSaid(situation, result)
  const complains = onlyComplains(situation) && result.rights.some(id => id.startsWith('right-complain'))
  const inOrder = asksOfRights(situation)
    ? (['rights', ...order.filter(id => id !== 'rights')] as const)
    : order
  const groupOf = ({ id, in: where }: Placement): GroupId =>
    complains && lapses.includes(id) ? 'rights' : where
  const line = ({ id, part, facts }: Placement): Line => ({
    id,
    key: part ?? wordsFor(id, situation, settled),
    reasons: result.because.get(id) ?? [],
    facts,
  })
  const isSaid = ({ id, part, unless = saidBy[id] }: Placement): boolean =>
    ids.has(id) &&
    !(part && id === DETAILS && settled.relativesAnswered) &&
    !(unless !== undefined && ids.has(unless))
  const isOpen = ({ open }: Placement): boolean => (typeof open === 'boolean' ? open : open(situation))
  return inOrder.flatMap(group => {
    const said = placements.filter(one => groupOf(one) === group && isSaid(one))
    if (said.length === 0) return []
    return [
      {
        id: complains && group === 'rights' ? 'complain' : group,
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

/** Other help than the standards speak of: what stands behind it is the app's own advice, though a fact led to it. */
const ours: readonly GivenId[] = ['signpost-own-municipality', 'signpost-children-and-family']

/** Ids of all facts behind a line, once each: its own and those of the rules that brought it. */
export const factsBehind = ({ id, reasons, facts }: Line): readonly string[] =>
  ours.includes(id) ? [] : (facts ?? [...new Set([...factsOf(id), ...reasons.flatMap(({ facts }) => facts)])])
