import type { Page } from '@playwright/test'
import { pathOf, personCalled, walk as walkCheck, type Answered } from '../check-people.ts'
import { openFlow, type Lang } from '../people.ts'
import { choose, next } from '../phone.ts'
import type { TestServer } from '../server.ts'
import { answer, openFolds, type Snap, type Walk } from './walk.ts'

/** Who is checked, by the name of their result; each question is shown where it is asked first. */
type Checked = Readonly<Record<string, Answered>>
const as = (who: string): Answered => personCalled(who).answers

const aboutOneself: Checked = {
  pregnant: as('a pregnant adult who uses both'),
  nameless: as('an adult who wants drug treatment without a name, with one thing that does not fit'),
  complains: as('an adult who complains about drugs after the limit'),
  'complains-of-both': [
    ['subject', 'self'],
    ['age', 'adult'],
    ['resident', 'unsure'],
    ['substance', 'both'],
    ['wishes', 'complain'],
    ['about', 'course'],
    ['weeks', 'none'],
  ],
  talks: [
    ['subject', 'self'],
    ['age', 'adult'],
    ['resident', 'yes'],
    ['substance', 'drugs'],
    ['use', 'some'],
    ['wishes', 'advice-only'],
  ],
  intensive: as('an adult who asks for a residential place and has tried at home'),
  returned: [
    ['subject', 'self'],
    ['age', 'adult'],
    ['resident', 'yes'],
    ['substance', 'alcohol'],
    ['wishes', 'treatment'],
    ['stage', 'ended'],
    ['months', 'within'],
  ],
  young: as('a 16-year-old whose parents should not know'),
  'under-15': as('someone of 14'),
  elsewhere: as('someone who does not live here'),
  'no-age': [['subject', 'self']],
  nothing: [],
}

const aboutAnother: Checked = {
  relative: as('a relative who lives here'),
  'relative-outside': as('a relative outside of the municipality'),
  'relative-young': as('a child whose mother drinks'),
  parent: [
    ['subject', 'relative'],
    ['relation', 'parent'],
    ['childAge', '15-17'],
    ['connection', 'enrolled'],
    ['place', 'yes'],
    ['substance', 'drugs'],
  ],
}

const checkOneself: Walk = async (page, server, lang, snap) => {
  await checkAll(page, server, lang, snap, { as: 'self', people: aboutOneself })
}

const checkAnother: Walk = async (page, server, lang, snap) => {
  await checkAll(page, server, lang, snap, { as: 'relative', people: aboutAnother })
}

async function checkAll(
  page: Page,
  server: TestServer,
  lang: Lang,
  snap: Snap,
  group: { readonly as: 'self' | 'relative'; readonly people: Checked },
): Promise<void> {
  const shown = new Set<string>()
  for (const [who, answers] of Object.entries(group.people)) {
    await openFlow(page, server.url + pathOf[lang])
    await walkCheck(page, answers, lang, async () => {
      const question = await questionsOn(page)
      if (shown.has(question)) return
      shown.add(question)
      await snap(page, `check-${group.as}-asks-${question}`)
    })
    await snap(page, `check-result-${who}`)
  }
}

const questionsOn = async (page: Page): Promise<string> => {
  const names = await page
    .locator('main input')
    .evaluateAll(inputs => inputs.map(input => input.getAttribute('name')))
  // The signs to be known come when they have been fetched; they are no question.
  return [...new Set(names)].filter(name => name !== 'signs' && name !== 'harm').join('-')
}

/** Danger comes first on the question and on the result; and a long result with all there is to unfold. */
const checkInDanger: Walk = async (page, server, lang, snap) => {
  await openFlow(page, server.url + pathOf[lang])
  await choose(page, 'subject', 'self')
  await choose(page, 'acute', 'yes')
  await page.locator('.notice[data-tone=urgent]').waitFor()
  await openFolds(page)
  await snap(page, 'check-self-asks-in-danger')
  await next(page)
  await walkCheck(page, as('an adult who wants alcohol treatment'), lang, () => Promise.resolve())
  await snap(page, 'check-result-in-danger')
  await openFolds(page)
  await snap(page, 'check-result-in-danger-unfolded')
}

/** The signs one may know of oneself, counted for adults and not for the young. */
const checkSigns: Walk = async (page, server, lang, snap) => {
  for (const age of ['adult', '15-17']) {
    await openFlow(page, server.url + pathOf[lang])
    await answer(page, ['subject', 'self'])
    await choose(page, 'age', age)
    await choose(page, 'resident', 'yes')
    await next(page)
    await page
      .locator('main details', { has: page.locator('[name=signs]') })
      .locator('> summary')
      .click()
    for (const sign of ['craving', 'control', 'withdrawal']) await choose(page, 'signs', sign)
    await choose(page, 'harm', 'harm')
    await page.locator('[data-told=enough]').waitFor()
    await snap(page, `check-signs-${age}`)
  }
}

export const checkWalks = { checkSigns, checkOneself, checkAnother, checkInDanger }
