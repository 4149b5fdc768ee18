import { readFileSync } from 'node:fs'
import { afterAll, expect, vi } from 'vitest'
import { builtinEnvironments } from 'vitest/runtime'
import { needsFresh } from './needs-fresh.ts'

/** The first line of a file in a document says so, and at which address where that matters. */
const inDocument = /^\/\/ In a document(?: at (\S+))?\n/
const { testPath = '' } = expect.getState()
const text = readFileSync(testPath, 'utf8')

/**
 * Runs before each file of tests; many share a process. For one that stands in for modules, sets the clock or is in a document,
 * our modules are read again, the document is a new one, and what the file leaves waiting ends with it. For any other nothing is
 * done, unless such a one came before it.
 */
const here = globalThis as { wasFresh?: boolean }
const isFresh = needsFresh(text)
if (isFresh || here.wasFresh) vi.resetModules()
here.wasFresh = isFresh
if (isFresh) await beginFresh()

type Start = (act: (...rest: unknown[]) => void, pause?: number, ...rest: unknown[]) => NodeJS.Timeout

/** Timers are kept from here on, and there is a document where the first line of the file asks for one. */
async function beginFresh(): Promise<void> {
  const left = new Set<NodeJS.Timeout>()
  const { setTimeout: realTimeout, setInterval: realInterval } = globalThis
  /** The same, keeping what it starts; what else hangs on it, as `promisify` looks for, stays. */
  const kept = (start: Start): Start => {
    const keeping: Start = (...args) => {
      const timer = start(...args)
      left.add(timer)
      return timer
    }
    return Object.defineProperties(keeping, Object.getOwnPropertyDescriptors(start))
  }
  Object.assign(globalThis, { setTimeout: kept(realTimeout), setInterval: kept(realInterval) })

  const asked = inDocument.exec(text)
  const leaveDocument = asked ? await enterDocument(asked[1]) : undefined

  afterAll(async () => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
    vi.unstubAllEnvs()
    await leaveDocument?.()
    for (const timer of left) clearTimeout(timer)
    Object.assign(globalThis, { setTimeout: realTimeout, setInterval: realInterval })
  })
}

/** @returns what takes the document away again */
async function enterDocument(url: string | undefined): Promise<() => Promise<void>> {
  const environment = await builtinEnvironments['happy-dom'].setup(globalThis, { happyDOM: { url } })
  const { cleanup, configure, getQueriesForElement, queries, screen } =
    await import('@testing-library/preact')
  // A wait of the library ends when what is waited for is there; how long it may take says nothing of the product, only of
  // the machine. Its own second is too short where two things run at once.
  configure({ asyncUtilTimeout: 15_000 })
  // The library, read once in a process, would go on looking into the first document.
  Object.assign(screen, getQueriesForElement(document.body, queries))
  return async () => {
    cleanup()
    await environment.teardown(globalThis)
  }
}
