import { sections as adults } from '../adults/sections.ts'
import { sections as relatives } from '../relatives/sections.ts'
import { sections as rights } from '../rights/sections.ts'
import { sections as youth } from '../youth/sections.ts'
import type { Key } from '../shared/words.tsx'

/** The pages that tell what the standards say, and what each part of them tells. */
export const told = { adults, youth, relatives, rights } as const
export type TellingPage = keyof typeof told

type Headings = { readonly [P in TellingPage]: { readonly [I in (typeof told)[P][number]['id']]: Key } }

/** The heading over each part; a test compares them with the pages themselves. */
const headings: Headings = {
  adults: {
    'in-short': 'adults:short.heading',
    'who-knows': 'adults:know.heading',
    'how-fast': 'adults:fast.heading',
    cost: 'adults:cost.heading',
    'for-me': 'adults:me.heading',
    both: 'adults:both.heading',
    'without-a-name': 'adults:nameless.heading',
    'step-by-step': 'adults:steps.heading',
    goals: 'adults:goals.heading',
    contents: 'adults:contents.heading',
    methods: 'adults:methods.heading',
    'how-long': 'adults:length.heading',
    plan: 'adults:plan.heading',
    'day-and-night': 'adults:residential.heading',
    staff: 'adults:staff.heading',
    afterwards: 'adults:after.heading',
    children: 'adults:children.heading',
    doctor: 'adults:doctor.heading',
    mind: 'adults:mind.heading',
    family: 'adults:family.heading',
    'written-down': 'adults:written.heading',
    'how-new': 'adults:newness.heading',
  },
  youth: {
    'in-short': 'youth:short.heading',
    'who-knows': 'youth:know.heading',
    'how-fast': 'youth:fast.heading',
    cost: 'youth:cost.heading',
    'for-me': 'youth:me.heading',
    'only-advice': 'youth:advice.heading',
    'who-takes-part': 'youth:who.heading',
    'written-down': 'youth:written.heading',
    treatment: 'youth:treatment.heading',
    meeting: 'youth:meeting.heading',
    parents: 'youth:parents.heading',
    health: 'youth:health.heading',
    'your-say': 'youth:say.heading',
    afterwards: 'youth:after.heading',
    disagree: 'youth:disagree.heading',
    'how-new': 'youth:newness.heading',
  },
  relatives: {
    'in-short': 'relatives:short.heading',
    'who-knows': 'relatives:know.heading',
    'for-me': 'relatives:me.heading',
    'what-it-holds': 'relatives:what.heading',
    'in-treatment': 'relatives:treated.heading',
    'does-not-want-help': 'relatives:unwilling.heading',
    parents: 'relatives:parents.heading',
    younger: 'relatives:younger.heading',
    children: 'relatives:children.heading',
    'how-new': 'relatives:newness.heading',
  },
  rights: {
    guarantee: 'rights:guarantee.heading',
    choice: 'rights:choice.heading',
    complaint: 'rights:complaint.heading',
    'your-case': 'rights:know.heading',
    cost: 'rights:cost.heading',
    'another-place': 'rights:elsewhere.heading',
    'who-else': 'rights:told.heading',
    'how-new': 'rights:newness.heading',
  },
}

/** One part of a page: where a fact is told. */
export type Part = {
  readonly page: TellingPage
  /** The part's address on its page. */
  readonly id: string
  readonly heading: Key
  readonly facts: readonly string[]
}

/** All parts of all pages, in the order they are read. */
export const parts: readonly Part[] = Object.entries(told).flatMap(([name, sections]) => {
  const page = name as TellingPage // Object.entries widens the keys of `told`
  const headingOf: { readonly [id: string]: Key } = headings[page]
  return sections.flatMap(({ id, facts }) => {
    const heading = headingOf[id]
    return heading === undefined ? [] : [{ page, id, heading, facts }]
  })
})

/** Where a fact is told; nowhere is an empty list, and a failing test. */
export function partsThatTell(factId: string): readonly Part[] {
  return parts.filter(({ facts }) => facts.includes(factId))
}
