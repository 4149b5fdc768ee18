import { describe, expect, test } from 'vitest'
import { assess, wish, type Assessment, type Situation } from '../../../src/core/eligibility/index.ts'
import { TODAY } from './examples/index.ts'
import { faults } from './faults.ts'

const wishes = wish.def.entries
const all = Object.values(wishes)
/** No wish, each wish, each pair of wishes. */
const wishSets = [
  [],
  ...all.map(one => [one]),
  ...all.flatMap((one, i) => all.slice(i + 1).map(two => [one, two])),
]

const yesNoUnknown = [true, false, null] as const
const ages = [null, 14, 15, 17, 18] as const
const substances = ['alcohol', 'drugs', 'both', 'unsure', null] as const
const uses = ['problematic', 'some', 'unsure', null] as const
const stages = ['before', 'enrolled', 'ended', null] as const

function* gates(): Generator<Situation> {
  for (const age of ages)
    for (const resident of yesNoUnknown)
      for (const substance of substances)
        for (const use of uses)
          for (const stage of stages) yield { subject: 'self', age, resident, substance, use, stage }
}

/** What one wish more takes away, where all else is answered alike. */
function* losses(results: ReadonlyMap<string, Assessment>): Generator<string> {
  for (const pair of wishSets.filter(({ length }) => length > 0)) {
    const more = results.get(pair.join())!
    for (const fewer of [[], ...(pair.length > 1 ? pair.map(one => [one]) : [])]) {
      const { offers, rights, deadlines } = results.get(fewer.join())!
      for (const id of [...offers, ...rights, ...deadlines])
        if (!more.because.has(id)) yield `${id} lost by ${pair.join()} instead of ${fewer.join()}`
    }
  }
}

/** Worked out when it is first asked for. */
function once<T>(work: () => T): () => T {
  let done: { readonly result: T } | undefined
  return () => (done ??= { result: work() }).result
}

/** All choices of one value per key. */
function* every(values: Readonly<Record<string, readonly unknown[]>>): Generator<Record<string, unknown>> {
  const [first, ...rest] = Object.entries(values)
  if (first === undefined) {
    yield {}
    return
  }
  const [key, options] = first
  for (const tail of every(Object.fromEntries(rest)))
    for (const value of options) yield { [key]: value, ...tail }
}

describe('Every combination', () => {
  /** Assessed once for the two tests of it: 55,200 results, which are not kept. */
  const ofWishes = once(() => {
    const found = { count: 0, wrong: new Set<string>(), lost: new Set<string>() }
    for (const gate of gates()) {
      const results = new Map<string, Assessment>()
      for (const wishes of wishSets) {
        const s = { ...gate, wishes }
        const result = assess(s, TODAY)
        found.count += 1
        for (const fault of faults(result, s)) found.wrong.add(`${fault}: ${JSON.stringify(s)}`)
        results.set(wishes.join(), result)
      }
      for (const loss of losses(results)) found.lost.add(loss)
    }
    return found
  })

  test('Whatever the gates and any two wishes, there is an outcome, a way on, and no right without its caution', () => {
    const { count, wrong } = ofWishes()
    process.stdout.write(`${count} combinations of gates and wishes\n`)
    expect(count).toBe(5 * 3 * 5 * 4 * 4 * 46)
    expect([...wrong]).toEqual([])
  })

  test('One wish more never takes an offer, a right or a time away', () => {
    expect([...ofWishes().lost]).toEqual([])
  })

  test('An answer that is skipped never takes away what a yes would give nor gives what a no would', () => {
    const wrong = new Set<string>()
    for (const gate of gates()) {
      if (gate.resident !== null || gate.age === null) continue
      const skipped = assess(gate, TODAY)
      const yes = assess({ ...gate, resident: true }, TODAY)
      for (const id of yes.offers)
        if (!skipped.because.has(id)) wrong.add(`${id} lost by not saying where one lives`)
      if (skipped.cautions.includes('caution-non-resident-open'))
        wrong.add('unknown residence taken for a no')
    }
    expect([...wrong]).toEqual([])
  })

  const behindTheGate = { age: [16, 18], resident: [true, null], substance: substances, stage: stages }
  const ofOneRule: readonly (readonly [string, Readonly<Record<string, readonly unknown[]>>])[] = [
    [
      'anonymous drug treatment',
      {
        ...behindTheGate,
        wishes: [['anonymous'], ['treatment']],
        treatment_requiring: yesNoUnknown,
        no_other_social_problems: yesNoUnknown,
        close_to_education_or_work: yesNoUnknown,
        no_other_social_support: yesNoUnknown,
        seen_little_before: yesNoUnknown,
      },
    ],
    [
      'children, pregnancy and mental disorder',
      {
        ...behindTheGate,
        wishes: [['anonymous'], [], null],
        children_at_home: yesNoUnknown,
        pregnant: yesNoUnknown,
        mental_disorder: yesNoUnknown,
        acute: yesNoUnknown,
      },
    ],
    [
      'complaints',
      {
        ...behindTheGate,
        wishes: [['complain'], []],
        about: ['refusal', 'late-start', 'course', '101a-refusal', null],
        weeks_since_decision: [null, 0, 3, 4, 5, 6, 52],
      },
    ],
    ['coming back', { ...behindTheGate, months_since_end: [null, 0, 1, 11, 12, 13, 120] }],
    [
      'day and residential treatment',
      {
        ...behindTheGate,
        wishes: [['intensive'], []],
        outpatient_tried: yesNoUnknown,
        work_network_economy_threatened: yesNoUnknown,
      },
    ],
    [
      'relatives',
      {
        subject: ['relative'],
        age: [null, 14, 15, 17, 18],
        resident: yesNoUnknown,
        substance: substances,
        relation: ['partner', 'parent', 'child', 'sibling', 'friend', null],
        otherAge: [null, 14, 15, 17, 18],
        enrolled_here: yesNoUnknown,
        lives_in_municipality: yesNoUnknown,
        children_at_home: yesNoUnknown,
      },
    ],
  ]

  test.each(ofOneRule)('All answers about %s lead somewhere', (name, values) => {
    let count = 0
    const wrong = new Set<string>()
    for (const flat of every(values)) {
      const s = nest(flat)
      count += 1
      const result = assess(s, TODAY)
      for (const fault of faults(result, s)) wrong.add(`${fault}: ${JSON.stringify(s)}`)
      if (s.subject === 'relative' && result.rights.length + result.deadlines.length > 0)
        wrong.add(`a relative is given a right or time of the person in treatment: ${JSON.stringify(s)}`)
      if (s.subject === 'relative' && result.offers.length < 2) wrong.add(`no way on: ${JSON.stringify(s)}`)
    }
    process.stdout.write(`${count} combinations of answers about ${name}\n`)
    expect(count).toBe(Object.values(values).reduce((product, options) => product * options.length, 1))
    expect([...wrong]).toEqual([])
  })

  test('The answers on what was tried and what is threatened change no id', () => {
    const lists = new Set<string>()
    for (const answers of every({
      outpatient_tried: yesNoUnknown,
      work_network_economy_threatened: yesNoUnknown,
    })) {
      const s: Situation = {
        subject: 'self',
        age: 40,
        resident: true,
        substance: 'both',
        wishes: ['intensive'],
        ...answers,
      }
      lists.add([...assess(s, TODAY).because.keys()].join())
    }
    expect(lists.size).toBe(1)
  })
})

/** From one flat list of answers to a situation. */
function nest(flat: Record<string, unknown>): Situation {
  const { relation, otherAge, enrolled_here, lives_in_municipality, about, weeks_since_decision, ...rest } =
    flat
  const criteria = [
    'treatment_requiring',
    'no_other_social_problems',
    'close_to_education_or_work',
    'no_other_social_support',
    'seen_little_before',
  ]
  const s101a = Object.fromEntries(Object.entries(rest).filter(([key]) => criteria.includes(key)))
  const told = Object.fromEntries(Object.entries(rest).filter(([key]) => !criteria.includes(key)))
  return {
    subject: 'self',
    ...told,
    s101a,
    relative_of: { relation, age: otherAge, enrolled_here, lives_in_municipality },
    complaint: { about, weeks_since_decision },
  } as Situation
}
