import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { told } from '../../bench/desk-day.ts'
import { keptBytes } from '../../bench/kept.ts'
import { browserArguments } from '../browser.ts'

test('the precache figure tells what is kept in both languages, and the worker itself beside it, once', () => {
  const sizes = new Map([
    ['sw.js', 10_000],
    ['lean/index.html', 2_000],
    ['lean/en/index.html', 300],
    ['assets/en-base-1a2b.js', 40],
    ['assets/inbox-1a2b.js', 5],
  ])
  const urls = ['/lean/index.html', '/lean/en/index.html', '/assets/en-base-1a2b.js']
  expect(keptBytes(sizes, urls)).toEqual({ danish: 2_000, both: 2_340, worker: 10_000 })
})

test('what measures does so in a browser that compiles beside the page, as everybody’s does', async () => {
  expect(browserArguments.join(' ')).not.toContain('js-flags')
  const files = await readdir('bench')
  for (const file of files.filter(name => name.endsWith('.ts')))
    expect(await readFile(join('bench', file), 'utf8'), file).not.toContain('briefArguments')
})

test('a part of the bench can be asked for by its name, and one that is none is named with those there are', async () => {
  const run = promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    'src/commands/bench.ts',
    'pages',
    'pges',
  ])
  const failed = await run.catch((error: unknown) => error)
  expect(failed).toMatchObject({
    stdout: '',
    stderr: expect.stringContaining('no part of the bench: pges; there are sizes, pages, desk, load, memory'),
  })
})

test('a task that is long by the clock is told with the time of it in which the thread ran', () => {
  expect(told({ own: 31.4, clock: 76.2, ran: 30.6 })).toEqual({ own: '31 ms', clock: '76 ms ✗, ran 31' })
  expect(told({ own: 61, clock: 62, ran: 61 }, Infinity)).toEqual({ own: '61 ms', clock: '62 ms, ran 61' })
  expect(told(null)).toEqual({ own: 'not known', clock: 'not known' })
})
