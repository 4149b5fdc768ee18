import { describe, expect, test } from 'vitest'
import { answerTo } from '../../../../src/app/check/result/answer.ts'
import { factsBehind, groupsOf, type Line } from '../../../../src/app/check/result/lines.ts'
import type { Settled } from '../../../../src/app/check/result/types.ts'
import { placements } from '../../../../src/app/check/result/placements.ts'
import { assess, type GivenId, type Situation } from '../../../../src/core/eligibility/index.ts'
import { cautions, deadlines, offers, rights } from '../../../../src/core/eligibility/vocabulary/index.ts'

const TODAY = '2026-11-22'
const nothingSettled: Settled = { helpContinuesThoughLapsed: false, relativesAnswered: false }
const adult: Situation = {
  subject: 'self',
  age: 40,
  resident: true,
  substance: 'alcohol',
  wishes: ['treatment'],
}
const young: Situation = { ...adult, age: 16 }
const relative: Situation = { subject: 'relative', age: 40, resident: true, substance: 'alcohol' }

const groups = (situation: Situation, settled = nothingSettled) =>
  groupsOf(situation, assess(situation, TODAY), settled)
const lines = (situation: Situation, settled = nothingSettled): Line[] =>
  groups(situation, settled).flatMap(({ open, folded }) => [...open, ...folded])
const openIds = (situation: Situation): GivenId[] =>
  groups(situation).flatMap(({ open }) => open.map(({ id }) => id))
const keys = (situation: Situation, settled = nothingSettled): string[] =>
  lines(situation, settled).map(({ key }) => key)
const answer = (situation: Situation) => answerTo(situation, assess(situation, TODAY))

const all = Object.keys({ ...offers, ...rights, ...deadlines, ...cautions })
const apart = [
  'offer-contact-place',
  'signpost-emergency',
  'caution-emergency-not-here',
  'caution-age-needed',
]

describe('where each thing is said', () => {
  test('everything a result can hold has its place, and one place only', () => {
    const placed = placements.filter(({ part }) => part === undefined).map(({ id }) => id)
    expect([...placed, ...apart].sort()).toEqual(all.sort())
  })

  test('the groups come in the order of the questions people ask', () => {
    expect(groups(adult).map(({ id }) => id)).toEqual(['get', 'soon', 'cost', 'know', 'unsure', 'rights'])
  })

  test('who asks about another place or a complaint reads about that first', () => {
    for (const wish of ['other-provider', 'private-clinic'] as const)
      expect(groups({ ...adult, wishes: [wish] })[0]?.id).toBe('rights')
    expect(groups({ ...adult, wishes: ['complain', 'treatment'] })[0]?.id).toBe('rights')
  })

  test('who wants nothing but to complain reads of that alone, with the end of those rules, and of choosing in a fold', () => {
    const late: Situation = {
      ...adult,
      substance: 'both',
      wishes: ['complain'],
      complaint: { weeks_since_decision: 5 },
    }
    const [first] = groups(late)
    expect(first?.id).toBe('complain')
    const open = first?.open.map(({ id }) => id)
    expect(open?.[0]).toBe('caution-complaint-deadline-passed')
    expect(first?.open[0]?.key).toBe('caution-complaint-deadline-passed-only')
    expect(keys({ ...late, wishes: ['complain', 'treatment'] })).toContain(
      'caution-complaint-deadline-passed',
    )
    expect(open).toContain('caution-alcohol-standard-lapsed')
    expect(first?.folded.map(({ id }) => id)).toContain('right-drugs-equivalent-provider')
    expect(groups({ ...late, substance: 'unsure' }).map(({ id }) => id)).not.toContain('complain')
  })

  test('of a limit gone by only that is said, and of a relative elsewhere only why to ask', () => {
    const late: Situation = {
      ...adult,
      substance: 'drugs',
      wishes: ['complain'],
      complaint: { weeks_since_decision: 5 },
    }
    expect(keys(late)).not.toContain('deadline-complaint')
    expect(keys({ ...late, complaint: {} })).toContain('deadline-complaint')
    const outside: Situation = { ...relative, resident: false }
    expect(keys(outside)).toContain('caution-relative-outside-open')
    const here = keys({ ...outside, relative_of: { lives_in_municipality: true } })
    expect(here).toContain('caution-relative-reading-ambiguous')
    expect(here).not.toContain('caution-relative-outside-open')
  })

  test('the right to choose with drugs never stands without its caution, open or folded', () => {
    for (const wishes of [[], ['other-provider'], ['intensive'], ['complain']] as const) {
      const found = groups({ ...adult, substance: 'drugs', wishes }).find(
        ({ id }) => id === 'rights' || id === 'complain',
      )
      for (const part of [found?.open ?? [], found?.folded ?? []])
        expect(part.some(({ id }) => id === 'right-drugs-equivalent-provider')).toBe(
          part.some(({ id }) => id === 'caution-drugs-choice-contradiction'),
        )
    }
  })

  test('what is written down stands open, but folded for who would stay without a name', () => {
    const told = ['caution-registration-name-cpr', 'caution-centre-social-contacted', 'deadline-retention']
    expect(openIds(adult)).toEqual(expect.arrayContaining(told))
    const nameless = openIds({ ...adult, wishes: ['anonymous'] })
    expect(told.filter(id => nameless.some(one => one === id))).toEqual([])
    expect(lines({ ...adult, wishes: ['anonymous'] }).map(({ id }) => id)).toEqual(
      expect.arrayContaining(told),
    )
  })

  test('a young person reads openly what parents and adviser must know', () => {
    expect(openIds({ ...young, wishes: ['parents-not-told'] })).toContain('caution-youth-anonymity-limit')
  })

  test('the line of the young says what booking tells parents, the duty and what to ask; one on the duty is enough', () => {
    expect(openIds(young)).toContain('caution-youth-authority-involved')
    expect(openIds({ ...young, wishes: [] })).not.toContain('caution-youth-authority-involved')
    const limits = (situation: Situation): string[] =>
      keys(situation).filter(key => /youth-anonymity-limit|notification-duty/.test(key))
    const limit = 'caution-youth-anonymity-limit'
    expect(limits({ ...young, wishes: ['parents-not-told'] })).toEqual([
      limit,
      `${limit}-duty`,
      `${limit}-ask`,
    ])
    expect(limits(young)).toEqual([`${limit}-treatment`, `${limit}-duty`, `${limit}-ask`])
    expect(limits({ ...young, children_at_home: true })).toEqual([
      `${limit}-treatment`,
      `${limit}-ask`,
      'caution-notification-duty',
    ])
  })

  test('a part that stands on another fact is shown to stand on that', () => {
    const duty = lines(young).find(({ key }) => key.endsWith('-duty'))
    expect(duty && factsBehind(duty)).toEqual(['children-duty-to-notify'])
  })

  test('who only wants to talk is told of a time only "if you ask for treatment", and of its count in a fold', () => {
    for (const talks of [
      { ...adult, wishes: ['advice-only'] },
      { ...young, wishes: undefined },
    ] as const) {
      expect(keys(talks)).toContain('deadline-first-talk-asked')
      expect(openIds(talks)).not.toContain('caution-request-clock-open')
    }
    for (const treats of [adult, young, { ...adult, wishes: ['advice-only', 'medicine'] }] as const) {
      expect(keys(treats)).toContain('deadline-first-talk')
      expect(openIds(treats)).toContain('caution-request-clock-open')
    }
  })

  test('what Torvehuset looks at without a name stands under who decides, not among what there is', () => {
    const nameless: Situation = {
      ...adult,
      substance: 'drugs',
      wishes: ['anonymous'],
      s101a: { seen_little_before: false },
    }
    const unsure = groups(nameless)
      .find(({ id }) => id === 'unsure')
      ?.open.map(({ id }) => id)
    expect(unsure).toContain('caution-101a-place-clarifies')
    expect(unsure).toContain('caution-101a-criterion-not-met')
  })

  test('a stay is spoken of before treatment at home to who asks for one, and its price once', () => {
    const asks = { ...adult, wishes: ['intensive'] } as const
    const get = openIds(asks)
    expect(get.indexOf('caution-intensive-committee')).toBeLessThan(get.indexOf('offer-outpatient-adult'))
    expect(keys(asks)).toContain('right-free-treatment-alone')
    expect(keys(adult)).toContain('right-free-treatment')
  })

  test('words follow whom they are said to: elsewhere, a parent, a young relative', () => {
    expect(keys({ ...adult, resident: false })).toContain('signpost-own-municipality-elsewhere')
    expect(keys({ ...adult, resident: null })).toContain('signpost-own-municipality')
    const parent: Situation = { ...relative, relative_of: { relation: 'parent', age: 16 } }
    expect(keys(parent)).toContain('offer-parent-support-too')
    expect(keys({ ...parent, resident: false })).toContain('offer-parent-support')
    expect(keys({ ...relative, age: 16 })).toContain('offer-relatives-programme-young')
  })

  test('the lapse of the alcohol rules is told once, and in its other words once the municipality has said so', () => {
    const lapse = (all: string[]): string[] =>
      all.filter(key => key.startsWith('caution-alcohol-standard-lapsed'))
    expect(lapse(keys(adult))).toEqual(['caution-alcohol-standard-lapsed'])
    expect(lapse(keys(adult, { ...nothingSettled, helpContinuesThoughLapsed: true }))).toEqual([
      'caution-alcohol-standard-lapsed-confirmed',
    ])
  })

  test('who stops early is told nothing about a substance they were not asked about', () => {
    for (const early of [
      {},
      { subject: 'self' },
      { ...young, age: 14 },
      { ...adult, resident: false },
    ] as const)
      expect(keys(early).filter(key => /lapsed|substance/.test(key))).toEqual([])
  })

  test('a relative sees no deadline of treatment, and what is open about price, waiting and name where it belongs', () => {
    expect(keys(relative).filter(key => key.startsWith('deadline-'))).toEqual([])
    const of = (group: string) =>
      groups(relative)
        .find(({ id }) => id === group)
        ?.open.map(({ key }) => key)
    expect(of('soon')).toEqual(['caution-relative-details-open-soon'])
    expect(of('cost')).toEqual(['caution-relative-details-open-cost'])
    expect(of('know')).toContain('caution-relative-details-open')
  })

  test('once the municipality has answered for relatives, its one answer stands for the three', () => {
    const told = keys(relative, { ...nothingSettled, relativesAnswered: true })
    expect(told.filter(key => key.startsWith('caution-relative-details'))).toEqual([
      'caution-relative-details-open',
    ])
  })

  test('answers about day and residential treatment change the words, not what is said', () => {
    const asks: Situation = { ...adult, wishes: ['intensive'] }
    const tried: Situation = { ...asks, outpatient_tried: true, work_network_economy_threatened: true }
    expect(lines(tried).map(({ id }) => id)).toEqual(lines(asks).map(({ id }) => id))
    expect(keys(tried)).toContain('caution-intensive-outpatient-first-tried')
    expect(keys(tried)).toContain('offer-intensive-after-assessment-threatened')
    expect(keys(asks)).not.toContain('caution-intensive-outpatient-first-tried')
  })

  test('every line has a rule that brought it', () => {
    for (const one of [adult, young, relative, {}])
      for (const line of lines(one)) expect(line.reasons).not.toEqual([])
  })
})

const complains = (substance: Situation['substance'], complaint?: Situation['complaint']): Situation => ({
  ...adult,
  substance,
  wishes: ['complain'],
  complaint,
})

describe('the first sentence', () => {
  test.each([
    [{}, 'common'],
    [{ subject: 'self' }, 'noAge'],
    [{ ...adult, age: 14 }, 'under15'],
    [{ ...adult, resident: false }, 'elsewhere'],
    [{ ...adult, resident: null }, 'treatment'],
    [adult, 'treatment'],
    [{ ...adult, wishes: [] }, 'treatment'],
    [{ ...adult, stage: 'enrolled' }, 'enrolled'],
    [{ ...adult, wishes: ['complain'] }, 'complainAlcohol'],
    [complains('drugs'), 'complainDrugs'],
    [complains('both'), 'complain'],
    [complains('drugs', { weeks_since_decision: 4 }), 'complainDrugs'],
    [complains('drugs', { weeks_since_decision: 5 }), 'complainLate'],
    [complains('drugs', { weeks_since_decision: null }), 'complainDrugs'],
    [complains('both', { weeks_since_decision: 5 }), 'complainLateBoth'],
    [complains('drugs', { about: 'course', weeks_since_decision: 5 }), 'complainLate'],
    [complains('drugs', { about: 'course' }), 'complainOpen'],
    [complains('drugs', { about: '101a-refusal' }), 'complainOpen'],
    [complains('drugs', { about: 'refusal' }), 'complainDrugs'],
    [{ ...complains('drugs'), age: 16 }, 'complainOpen'],
    [{ ...complains('alcohol'), age: 16 }, 'complainAlcohol'],
    [complains('unsure'), 'complainOpen'],
    [{ ...adult, stage: 'ended' }, 'again'],
    [{ ...adult, wishes: ['advice-only'] }, 'advice'],
    [{ ...adult, wishes: ['medicine'] }, 'medicine'],
    [{ ...adult, wishes: ['private-clinic'] }, 'otherPlaceAlcohol'],
    [{ ...adult, wishes: ['private-clinic'], substance: 'drugs' }, 'otherPlace'],
    [{ ...adult, wishes: ['intensive', 'treatment'] }, 'intensive'],
    [{ ...adult, wishes: ['anonymous'] }, 'namelessAlcohol'],
    [{ ...adult, wishes: ['anonymous'], substance: 'drugs' }, 'namelessDrugs'],
    [
      { ...adult, wishes: ['anonymous'], substance: 'drugs', s101a: { seen_little_before: false } },
      'namelessDoubt',
    ],
    [{ ...adult, wishes: ['anonymous'], substance: 'both' }, 'namelessBoth'],
    [{ ...adult, wishes: ['anonymous'], substance: null }, 'namelessUnsure'],
    [young, 'youthTreatment'],
    [{ ...young, wishes: ['treatment', 'parents-not-told'] }, 'youthTalk'],
    [{ ...young, wishes: undefined }, 'youthTalk'],
    [relative, 'relative'],
    [{ ...relative, relative_of: { relation: 'parent' } }, 'parent'],
    [{ ...relative, resident: false }, 'relativeOutside'],
    [{ ...relative, age: 12 }, 'relativeYoung'],
  ] as const satisfies readonly (readonly [Situation, string])[])('of %j is "%s"', (situation, expected) => {
    expect(answer(situation)).toBe(expected)
  })
})
