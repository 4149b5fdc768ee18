import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Database } from '../../../src/intake/store/database.ts'
import { mixHourly } from '../../../src/intake/store/mix-hourly.ts'
import { openSqlite } from '../../../src/intake/store/sqlite.ts'
import { at } from './builders.ts'

/** One database of which two programs may believe that they share it; a rewriting ends when it is told to. */
async function shared() {
  const dir = mkdtempSync(join(tmpdir(), 'mix-'))
  const database = await openSqlite(dir, () => undefined)
  onTestFinished(async () => {
    await database.close()
    rmSync(dir, { recursive: true, force: true })
  })
  const told: string[] = []
  let done = 0
  const program = (isAlone: boolean, mix: () => Promise<void> = () => Promise.resolve()) => {
    const own: Database = Object.assign(Object.create(database) as Database, {
      act: database.act.bind(database),
      mix: async () => {
        await mix()
        done++
      },
    })
    return mixHourly(own, (_route, fault) => told.push((fault as { code?: string }).code ?? ''), isAlone)
  }
  return { program, told, count: () => done }
}

const now = at('2026-11-26')

test('what another program has begun in this hour is left to it, and is no fault', async () => {
  const { program, told, count } = await shared()
  let end: () => void = () => undefined
  const first = program(false, () => new Promise(done => (end = done)))
  const second = program(false)
  const under = first(now)
  await second(now)
  expect(count()).toBe(0)
  // The first look of `under` has to have begun before it can be ended.
  await expect.poll(() => end.name).not.toBe('undefined')
  end()
  await under
  await second(now)
  expect(count()).toBe(1)
  expect(told).toEqual([])
})

test('a mark that still stands at the second look is one that was cut off: told, and done again', async () => {
  const { program, told, count } = await shared()
  const hangs = program(false, () => new Promise(() => undefined))
  void hangs(now)
  const other = program(false)
  await expect
    .poll(async () => {
      await other(now)
      return count()
    })
    .toBe(1)
  expect(told).toEqual(['MIX_CUT_OFF'])
})

test('where no other program can have the store open, it is done again at once', async () => {
  const { program, told, count } = await shared()
  void program(true, () => new Promise(() => undefined))(now)
  await new Promise(done => setTimeout(done, 50))
  await program(true)(now)
  expect([count(), told]).toEqual([1, ['MIX_CUT_OFF']])
})
