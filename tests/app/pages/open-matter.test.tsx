import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { municipality } from '#municipality'
import { OpenMatter, OpenQuestions } from '../../../src/app/pages/shared/open-matter.tsx'
import type { OpenMatters } from '../../../src/core/facts/types.ts'
import { rendered, textOf } from './rendered.ts'

/** Where an answer of the municipality could be shown: what the citizen's app is made of. */
const source = readdirSync(new URL('../../../src/app/', import.meta.url), {
  recursive: true,
  encoding: 'utf8',
})
  .filter(name => /\.tsx?$/.test(name))
  .map(name => readFileSync(new URL(`../../../src/app/${name}`, import.meta.url), 'utf8'))
  .join('\n')

test('an answer to each of the open matters has a place where it is shown', () => {
  const ids = Object.keys(municipality.openMatters)
  expect(ids).toHaveLength(39)
  expect(ids.filter(id => !source.includes(id))).toEqual([])
})

const none = Object.fromEntries(Object.keys(municipality.openMatters).map(id => [id, null])) as OpenMatters
const answered: OpenMatters = { ...none, 'O-16': { da: 'Ring, så finder vi ud af det.', en: 'Call us.' } }

test('what nobody has answered stands as a question to ask', () => {
  const html = rendered(() => <OpenMatter id="O-16" ask="adults:children.nameless" matters={none} />, 'da')
  expect(textOf(html)).toContain('Spørg, hvad der så sker')
})

test("the municipality's answer takes the question's place, in the reader's language", () => {
  const page = () => <OpenMatter id="O-16" ask="adults:children.nameless" matters={answered} />
  expect(textOf(rendered(page, 'da')).trim()).toBe('Ring, så finder vi ud af det.')
  expect(textOf(rendered(page, 'en')).trim()).toBe('Call us.')
})

test('an answer that already stands further up is not said again', () => {
  const page = () => <OpenMatter id="O-16" ask="adults:nameless.alcoholHow" matters={answered} toldAbove />
  expect(rendered(page, 'da')).toBe('')
})

test('of several questions only the open ones are left in the list, and none leaves no list', () => {
  const questions = [
    { id: 'O-16', ask: 'youth:questions.anonymous' },
    { id: 'O-08', ask: 'youth:questions.birthday' },
  ] as const
  const some = rendered(
    () => <OpenQuestions intro="youth:questions.intro" questions={questions} matters={answered} />,
    'en',
  )
  expect(some).toContain('<p data-open-matter="O-16">Call us.</p>')
  expect(some.match(/<li/g)).toHaveLength(1)
  const all = { ...answered, 'O-08': { da: 'Intet.', en: 'Nothing.' } }
  const none = rendered(
    () => <OpenQuestions intro="youth:questions.intro" questions={questions} matters={all} />,
    'en',
  )
  expect(none).not.toContain('<ul')
  expect(none).toContain('Nothing.')
})
