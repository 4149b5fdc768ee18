// In a document
import { readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { mend, put, refuse, refuseDatabase, type Way } from '../harness/refusing.ts'

// The clock one lands on after leaving (public/ude.js) stands outside of the app, and must come whatever is refused.
const script = readFileSync('public/ude.js', 'utf8')

afterEach(mend)

const ways: readonly Way[] = ['missing', 'throws when asked for', 'throws']
const rows: readonly (readonly [string, () => void])[] = [
  ...['sessionStorage', 'indexedDB', 'history.pushState', 'Intl', 'URLSearchParams'].flatMap(part =>
    ways.map(
      way =>
        [
          `${part} ${way}`,
          () => {
            refuse(part, way)
          },
        ] as const,
    ),
  ),
  [
    'a database that says no',
    () => {
      refuseDatabase('says no')
    },
  ],
  [
    'no names of days',
    () => {
      for (const name of ['toLocaleTimeString', 'toLocaleDateString'])
        put(Date.prototype, name, {
          value: () => {
            throw new RangeError('no data')
          },
        })
    },
  ],
]

test.each(rows)('the clock is there with %s', (_name, refuses) => {
  put(location, 'pathname', { value: '/ude.html' })
  document.body.innerHTML = '<h1 id="time">Ur</h1><p id="day"></p>'
  put(globalThis, 'setInterval', { value: () => 0 })
  refuses()
  // oxlint-disable-next-line typescript/no-implied-eval -- the page's own script, as the browser runs it
  const run = new Function(script) as () => void
  run()
  expect(document.getElementById('time')?.textContent).toMatch(/\d\d[.:]\d\d/)
})
