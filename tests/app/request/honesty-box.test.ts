import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../src/core/request/index.ts'
import { allCopy } from '../../../src/app/copy/all.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import { boxFor } from '../../../src/app/request/honesty-box.tsx'

const people: Record<string, { answers: Answers; most: number }> = {
  'a young person who books a talk': { answers: { audience: 'youth', wish: 'anonymous-talk' }, most: 90 },
  'a young person who wants treatment, by number': {
    answers: { audience: 'youth', wish: 'treatment', substance: 'drugs', identity: 'number-only' },
    most: 90,
  },
  'an adult who wants treatment, by name': {
    answers: { audience: 'adult', wish: 'treatment', substance: 'both', identity: 'named' },
    most: 120,
  },
  'an adult who wants treatment, by number': {
    answers: { audience: 'adult', wish: 'treatment', substance: 'alcohol', identity: 'number-only' },
    most: 120,
  },
  'an adult who wants advice': {
    answers: { audience: 'adult', wish: 'advice', substance: 'drugs', identity: 'named' },
    most: 120,
  },
  'an adult without a name, both substances': {
    answers: { audience: 'adult', wish: 'unsure', substance: 'both', identity: 'anonymous' },
    most: 120,
  },
  'a parent from elsewhere': {
    answers: { audience: 'relative', concern: 'child-15-17', connection: 'neither', identity: 'number-only' },
    most: 120,
  },
}

describe.each(['da', 'en'] as const)('the box before sending (%s)', lang => {
  const t = makeT(lang, allCopy(lang))
  const whole = (answers: Answers): string => {
    const { title, text, parts } = boxFor(answers, t)
    return [title, ...text, ...parts.flatMap(part => [part.title, part.text])].join(' ')
  }

  it.each(Object.entries(people))('is short enough to be read by %s', (_, { answers, most }) => {
    const words = whole(answers).split(/\s+/).length
    expect(words).toBeGreaterThan(15)
    expect(words).toBeLessThanOrEqual(most)
  })

  it('tells everybody of the duty to tell the municipality about a child', () => {
    const duty = lang === 'da' ? 'at et barns trivsel er truet' : 'that a child’s wellbeing is at risk'
    for (const { answers } of Object.values(people)) expect(whole(answers)).toContain(duty)
  })

  it('promises a young person no silence, and says when parents must be told', () => {
    const box = whole(people['a young person who books a talk']!.answers)
    expect(box).toContain(lang === 'da' ? 'Ikke fordi du skriver her.' : 'Not because you wrote here.')
    const booked = whole({ audience: 'youth', wish: 'anonymous-talk', slotIds: ['a'] })
    expect(booked).toContain(lang === 'da' ? 'Ikke fordi du booker.' : 'Not because of this booking.')
    for (const text of [box, booked])
      expect(text).toMatch(lang === 'da' ? /skal .* have det at vide/ : /must be told/)
    expect(box).not.toMatch(/får det ikke at vide|will never|never be told|aldrig/i)
  })

  it('says to a relative that help is theirs only where the rules say so', () => {
    const first = lang === 'da' ? 'Du kan selv få hjælp' : 'You can get help yourself'
    const relative = { audience: 'relative', concern: 'adult' } as const
    expect(whole({ ...relative, connection: 'resident' })).toContain(first)
    expect(whole({ ...relative, connection: 'unsure' })).not.toContain(first)
  })
})
