import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** The name without the languages in it. */
const journeyOf = (name: string): string => name.replace(/\((?:da|en)(?: to (?:da|en))?\)/, '(-)')

test('what npm test walks in one language, npm run test:all walks in both', async () => {
  const { stdout } = await promisify(execFile)(
    join(root, 'node_modules/.bin/playwright'),
    ['test', '--list'],
    {
      cwd: root,
      env: {
        ...process.env,
        JOURNEYS_EVERY_LANGUAGE: '1',
        // None is started, so none need be unpacked. What is compiled for this list lies where the journeys look for it.
        CHROMIUM: 'none',
        TMPDIR: undefined,
      },
    },
  )
  const all = stdout.split('\n').flatMap(line => /^ *\[\w+\] › \S+ › (.*)$/.exec(line)?.[1] ?? [])
  // The keyboard goes through the pages at a size in each language, and at all of them in the long look (test:all too).
  const spoken = all.filter(
    name => journeyOf(name) !== name && !name.includes('at 360 x') && !name.includes('at 320 x'),
  )
  expect(spoken.length).toBeGreaterThan(100)
  for (const name of spoken)
    expect(all.filter(other => journeyOf(other) === journeyOf(name)).length, name).toBe(2)
}, 60_000)
