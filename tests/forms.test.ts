import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.tsx'))
  .map(file => `src/${file}`)
  .sort()
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

/** A file with the hooks beside it that it goes by, and those that they go by. */
function withHooks(file: string): string {
  const text = read(file)
  const hooks = [...text.matchAll(/from '\.\/(use-[\w-]+\.tsx?)'/g)].map(([, hook = '']) => hook)
  return [text, ...hooks.map(hook => withHooks(join(dirname(file), hook)))].join('\n')
}

test('every form is the one of src/ui, which the browser neither checks nor sends', () => {
  expect(files.filter(file => /<form\b/.test(read(file)))).toEqual([
    // Marks on a page that is read: they go nowhere, and nothing is to be sent.
    'src/app/pages/adults/page.tsx',
    'src/ui/form.tsx',
  ])
})

test('every form is sent once at a time by a hook that holds a second tap back, or sends nothing', () => {
  // A second tap may come before the first is drawn (their own tests).
  const hooks = /\b(?:useSubmit|useSending|useMoving|useDelivery)\b/
  expect(files.filter(file => /<Form\b/.test(read(file)) && !hooks.test(withHooks(file)))).toEqual([
    // Goes on to the next question.
    'src/app/check/check.tsx',
    // Its `run` is the page's: one act on the team at a time, whatever asks for it (team-page.tsx).
    'src/inbox/team/invites.tsx',
    'src/ui/examples/whole-pages.tsx',
  ])
})
