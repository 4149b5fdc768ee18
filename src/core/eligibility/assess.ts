import type { Day } from '../calendar/days.ts'
import { closeToAnother, everyone, ownUse, type Rule } from './rules/index.ts'
import type { Situation } from './situation.ts'
import {
  factsOf,
  isCaution,
  isDeadline,
  isOffer,
  isRight,
  type CautionId,
  type DeadlineId,
  type GivenId,
  type OfferId,
  type RightId,
} from './vocabulary/index.ts'

/** Why something stands in a result: the rule that gave it and the ids of the facts behind it. */
export type Reason = { readonly rule: Rule['id']; readonly facts: readonly string[] }

/** Each list is sorted by id and holds an id once. */
export type Assessment = {
  readonly offers: readonly OfferId[]
  readonly rights: readonly RightId[]
  readonly deadlines: readonly DeadlineId[]
  readonly cautions: readonly CautionId[]
  readonly because: ReadonlyMap<GivenId, readonly Reason[]>
}

/**
 * What the standards say to somebody in this situation. It informs: it never grants and never refuses, and it
 * always holds a way on. Rules: docs/decisions/0008.
 * @param today the day it is asked, `YYYY-MM-DD`: a standard may have run out.
 */
export function assess(situation: Situation, today: Day): Assessment {
  const because = new Map<GivenId, Reason[]>()
  for (const rule of [...everyone, ...rulesFor(situation)].filter(({ holds }) => holds(situation, today))) {
    const factsBehind = factsOfRule(rule)
    for (const id of givenBy(rule, situation, today)) {
      because.set(id, [...(because.get(id) ?? []), { rule: rule.id, facts: factsBehind(id) }])
    }
    if (rule.stops) break
  }
  const ids = [...because.keys()].sort()
  return {
    offers: ids.filter(isOffer),
    rights: ids.filter(isRight),
    deadlines: ids.filter(isDeadline),
    cautions: ids.filter(isCaution),
    because,
  }
}

/** Somebody who has not said for whom they ask gets what is common to all. */
function rulesFor({ subject }: Situation): readonly Rule[] {
  if (subject === 'self') return ownUse
  if (subject === 'relative') return closeToAnother
  return []
}

function givenBy(rule: Rule, situation: Situation, today: Day): readonly GivenId[] {
  const more = (rule.adds ?? []).filter(({ when }) => when(situation, today))
  return [...rule.gives, ...more.flatMap(({ gives }) => gives)]
}

/** Where an id itself stands, and what the rule rests on besides: not the sources of the other ids it gives. */
function factsOfRule(rule: Rule): (id: GivenId) => readonly string[] {
  const given = [...rule.gives, ...(rule.adds ?? []).flatMap(({ gives }) => gives)].flatMap(factsOf)
  const besides = rule.facts.filter(fact => !given.includes(fact))
  return id => [...factsOf(id), ...besides]
}
