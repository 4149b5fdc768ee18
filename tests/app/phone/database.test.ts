// In a document
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type * as Database from '../../../src/app/kept/database.ts'
import { hurry, mend, put, refuseDatabase, wholeBrowser } from '../harness/refusing.ts'

// What the phone keeps, when the way to it is lost for a while.

let database: typeof Database
const real = new IDBFactory()
const key = { name: 'a-key', key: {} as CryptoKey }

beforeEach(async () => {
  vi.resetModules()
  wholeBrowser()
  put(globalThis, 'indexedDB', { value: real, writable: true })
  database = await import('../../../src/app/kept/database.ts')
})
afterEach(() => {
  mend()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const names = (): Promise<string[]> =>
  database.withDatabase(async db => (await db.getAll('keys')).map(({ name }) => name))

test('a connection that another window has ended is made again, and nothing is taken for absent', async () => {
  await database.withDatabase(async db => {
    await db.put('keys', key)
    db.close() // as when the phone wakes: the next question finds it shut
  })
  expect(await names()).toEqual(['a-key'])
})

test('so is one that the browser says it cannot read from just now', async () => {
  await database.withDatabase(db => db.put('keys', key))
  const ask = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
    throw new DOMException('Connection to Indexed Database server lost', 'UnknownError')
  })
  expect(await names()).toEqual(['a-key'])
  expect(ask).toHaveBeenCalledTimes(2)
  ask.mockRestore()
})

test('a clock that is set back does not make a silence of hours', async () => {
  refuseDatabase('never answers')
  hurry(100)
  await expect(names()).rejects.toThrow('no answer in time')
  expect(database.isSilent()).toBe(true)
  vi.setSystemTime(Date.now() - 3 * 3_600_000)
  expect(database.isSilent()).toBe(false)
})
