import { test } from '@playwright/test'
import { dispose, startServer, type TestServer } from './server.ts'

type Hook = (act: () => Promise<void>) => void

/** What is started before is told by its getters: the tests of a file are made before any server is there. */
function served(start: () => Promise<TestServer>, before: Hook, after: Hook): TestServer {
  let started: TestServer | null = null
  before(async () => {
    started = await start()
  })
  after(async () => {
    if (started) await dispose(started)
    started = null
  })
  const running = (): TestServer => {
    if (!started) throw new Error('there is a server only while the tests of its file run')
    return started
  }
  return {
    get url() {
      return running().url
    },
    get port() {
      return running().port
    },
    get dataDir() {
      return running().dataDir
    },
    get keyFile() {
      return running().keyFile
    },
    log: () => running().log(),
    stop: signal => running().stop(signal),
    restart: env => running().restart(env),
  }
}

/** One server for all tests of a file or group, gone with its data after the last. */
export const serverForAll = (start: () => Promise<TestServer> = startServer): TestServer =>
  served(
    start,
    act => {
      test.beforeAll(act)
    },
    act => {
      test.afterAll(act)
    },
  )

/** A server for each test of a file or group, gone with its data after it. */
export const serverForEach = (start: () => Promise<TestServer> = startServer): TestServer =>
  served(
    start,
    act => {
      test.beforeEach(act)
    },
    act => {
      test.afterEach(act)
    },
  )
