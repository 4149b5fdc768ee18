import { expect, type Page } from '@playwright/test'
import { createInstance } from 'i18next'
import { readFileSync } from 'node:fs'
import type { Situation } from '../../src/core/eligibility/index.ts'
import { defaultVariables } from '../../src/core/facts/index.ts'
import { municipality } from '../../src/core/facts/lyngby-taarbaek/index.ts'
import type { Lang } from './people.ts'

export const pathOf = { da: '/tjek', en: '/en/check' } as const

/** Name and value of a field, as they stand in the form. */
export type Answered = readonly (readonly [name: string, value: string])[]

export type Person = {
  readonly who: string
  readonly answers: Answered
  /** What the rules are to be told: worked out by hand. */
  readonly situation: Situation
  /** Which sentence answers first. */
  readonly answer: string
}

const self = ['subject', 'self'] as const
const adult = ['age', 'adult'] as const
const here = ['resident', 'yes'] as const

export const people: readonly Person[] = [
  {
    who: 'an adult who wants alcohol treatment',
    answers: [self, adult, here, ['substance', 'alcohol'], ['use', 'problematic'], ['wishes', 'treatment']],
    situation: {
      subject: 'self',
      age: 18,
      resident: true,
      substance: 'alcohol',
      use: 'problematic',
      wishes: ['treatment'],
    },
    answer: 'treatment',
  },
  {
    who: 'an adult who wants drug treatment without a name, with one thing that does not fit',
    answers: [
      self,
      adult,
      here,
      ['substance', 'drugs'],
      ['wishes', 'anonymous'],
      ['criteria', 'no_other_social_support'],
    ],
    situation: {
      subject: 'self',
      age: 18,
      resident: true,
      substance: 'drugs',
      wishes: ['anonymous'],
      s101a: { no_other_social_support: false },
    },
    answer: 'namelessDoubt',
  },
  {
    who: 'a pregnant adult who uses both',
    answers: [
      self,
      adult,
      here,
      ['substance', 'both'],
      ['use', 'problematic'],
      ['wishes', 'treatment'],
      ['stage', 'before'],
      ['now', 'pregnant'],
    ],
    situation: {
      subject: 'self',
      age: 18,
      resident: true,
      substance: 'both',
      use: 'problematic',
      wishes: ['treatment'],
      stage: 'before',
      pregnant: true,
    },
    answer: 'treatment',
  },
  {
    who: 'an adult who asks for a residential place and has tried at home',
    answers: [
      self,
      adult,
      here,
      ['substance', 'alcohol'],
      ['wishes', 'intensive'],
      ['intensive', 'outpatient_tried'],
    ],
    situation: {
      subject: 'self',
      age: 18,
      resident: true,
      substance: 'alcohol',
      wishes: ['intensive'],
      outpatient_tried: true,
    },
    answer: 'intensive',
  },
  {
    who: 'an adult who complains about drugs after the limit',
    answers: [
      self,
      adult,
      here,
      ['substance', 'drugs'],
      ['wishes', 'complain'],
      ['about', 'refusal'],
      ['weeks', 'longer'],
    ],
    situation: {
      subject: 'self',
      age: 18,
      resident: true,
      substance: 'drugs',
      wishes: ['complain'],
      complaint: { about: 'refusal', weeks_since_decision: 5 },
    },
    answer: 'complainLate',
  },
  {
    who: 'a 16-year-old whose parents should not know',
    answers: [
      self,
      ['age', '15-17'],
      here,
      ['substance', 'drugs'],
      ['use', 'some'],
      ['wishes', 'parents-not-told'],
    ],
    situation: {
      subject: 'self',
      age: 15,
      resident: true,
      substance: 'drugs',
      use: 'some',
      wishes: ['parents-not-told'],
    },
    answer: 'youthTalk',
  },
  {
    who: 'someone of 14',
    answers: [self, ['age', 'under-15'], here],
    situation: { subject: 'self', age: 14, resident: true },
    answer: 'under15',
  },
  {
    who: 'someone who does not live here',
    answers: [self, adult, ['resident', 'no']],
    situation: { subject: 'self', age: 18, resident: false },
    answer: 'elsewhere',
  },
  {
    who: 'a relative who lives here',
    answers: [
      ['subject', 'relative'],
      ['relation', 'partner'],
      ['age', 'adult'],
      ['connection', 'resident'],
      ['substance', 'alcohol'],
      ['children_at_home', 'yes'],
    ],
    situation: {
      subject: 'relative',
      age: 18,
      resident: true,
      substance: 'alcohol',
      children_at_home: true,
      relative_of: { relation: 'partner' },
    },
    answer: 'relative',
  },
  {
    who: 'a relative outside of the municipality',
    answers: [
      ['subject', 'relative'],
      ['relation', 'sibling'],
      ['age', 'adult'],
      ['connection', 'neither'],
      ['place', 'yes'],
      ['substance', 'alcohol'],
    ],
    situation: {
      subject: 'relative',
      age: 18,
      resident: false,
      substance: 'alcohol',
      relative_of: { relation: 'sibling', enrolled_here: false, lives_in_municipality: true },
    },
    answer: 'relativeOutside',
  },
  {
    who: 'a child whose mother drinks',
    answers: [
      ['subject', 'relative'],
      ['relation', 'child'],
      ['age', '15-17'],
      ['connection', 'resident'],
      ['substance', 'alcohol'],
    ],
    situation: {
      subject: 'relative',
      age: 15,
      resident: true,
      substance: 'alcohol',
      relative_of: { relation: 'child' },
    },
    answer: 'relativeYoung',
  },
  {
    who: 'someone in danger who skips the rest',
    answers: [['acute', 'yes'], self],
    situation: { subject: 'self', acute: true },
    answer: 'noAge',
  },
]

/** The person called so; a test that names nobody fails at once. */
export function personCalled(who: string): Person {
  const found = people.find(person => person.who === who)
  if (!found) throw new Error(`nobody is "${who}"`)
  return found
}

/** Ticks what this screen asks of the answers, in their order: an answer may bring up the next question. */
export async function answerScreen(page: Page, answers: Answered): Promise<void> {
  for (let at = 0; ; at++) {
    at = await page.evaluate(firstToTick, { answers, from: at })
    const answer = answers[at]
    if (!answer) return
    const box = page.locator(`main input[name="${answer[0]}"][value="${answer[1]}"]`)
    // As one who uses the keyboard does: the label lies over the box.
    await box.press(' ')
    await expect(box).toBeChecked()
  }
}

/** In the page: which answer stands there once and is not ticked, from one on; -1 when there is none. */
function firstToTick({ answers, from }: { readonly answers: Answered; readonly from: number }): number {
  return answers.findIndex(([name, value], at) => {
    const boxes = document.querySelectorAll<HTMLInputElement>(`main input[name="${name}"][value="${value}"]`)
    return at >= from && boxes.length === 1 && boxes[0]?.checked === false
  })
}

/** Whether the result stands there, to its end, and no question. */
export async function onResult(page: Page): Promise<boolean> {
  return page
    .locator('main form, #next-step')
    .first()
    .evaluate(() => document.querySelectorAll('#next-step').length === 1)
}

/** Goes through all screens to the result. */
export async function walk(
  page: Page,
  answers: Answered,
  lang: Lang,
  atEach: () => Promise<void> = async () => Promise.resolve(),
): Promise<void> {
  const next = page.getByRole('button', { name: lang === 'da' ? 'Videre' : 'Continue', exact: true })
  const heading = page.locator('main h1')
  for (let turn = 0; turn < 15 && !(await onResult(page)); turn++) {
    await answerScreen(page, answers)
    await atEach()
    const before = await heading.innerText()
    await next.click()
    await expect(heading).not.toHaveText(before)
    await expect(heading).toBeFocused()
  }
}

/** The first sentence of a result as a person reads it. */
export function titleOf(answer: string, lang: Lang): string {
  const file = new URL(`../../locales/${lang}/check.json`, import.meta.url)
  const copy = JSON.parse(readFileSync(file, 'utf8')) as { answer: Record<string, { title: string }> }
  const i18n = createInstance({
    lng: lang,
    resources: { [lang]: { check: copy } },
    ns: ['check'],
    initAsync: false,
    interpolation: { escapeValue: false, defaultVariables: defaultVariables(municipality, lang) },
  })
  // From memory, so it is done when this comes back.
  void i18n.init()
  if (copy.answer[answer] === undefined) throw new Error(`no answer "${answer}"`)
  const t = i18n.t as (key: string) => string
  return t(`check:answer.${answer}.title`)
}
