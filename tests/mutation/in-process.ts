// What the tests of the core use of vitest, in this process: a thousand changes are tried out in minutes instead of hours.
export { expect } from 'vitest'

type Body = () => unknown
type Test = { readonly name: string; readonly run: () => Promise<void> }

let tests: Test[] = []
/** What a `describe` still makes ready before its tests are there. */
let underWay: Promise<unknown>[] = []
/** The hooks of the file and of each `describe` that is open, the outermost first. */
let hooks: { readonly before: Body[]; readonly after: Body[] }[] = [{ before: [], after: [] }]

/** Forgets the tests of the file that was loaded before. */
export function begin(): void {
  tests = []
  underWay = []
  hooks = [{ before: [], after: [] }]
}

/** The tests of the file that was loaded since `begin`. */
export async function loaded(): Promise<readonly Test[]> {
  await Promise.all(underWay)
  return tests
}

function add(name: string, body: Body): void {
  const around = [...hooks]
  tests.push({
    name,
    async run() {
      try {
        for (const { before } of around) for (const hook of before) await hook()
        await body()
      } finally {
        for (const { after } of around.toReversed()) for (const hook of after) await hook()
      }
    },
  })
}

/**
 * Settings may stand between name and body: how long a test may take is nothing to this. A body that waits has no hooks: they
 * would be those of the one after it.
 */
function describeOne(_name: string, settings: object, body: Body = settings as Body): void {
  hooks = [...hooks, { before: [], after: [] }]
  underWay.push(Promise.resolve(body()))
  hooks = hooks.slice(0, -1)
}

type Row = readonly unknown[]
/** `each` spreads a row that is a list, and hands on any other value. */
const withEach = <One extends (name: string, body: Body) => void>(one: One) =>
  Object.assign(one, {
    each: (rows: readonly unknown[]) => (name: string, body: (...row: Row) => unknown) => {
      for (const row of rows) one(name, () => body(...(Array.isArray(row) ? (row as Row) : [row])))
    },
  })

export const test = withEach(add)
export const it = test
export const describe = withEach(describeOne)
export const beforeEach = (hook: Body): void => void hooks.at(-1)?.before.push(hook)
export const afterEach = (hook: Body): void => void hooks.at(-1)?.after.push(hook)

/** Thrown by a test that needs more of vitest than there is here; the change is put to the others. */
export class NeedsVitest extends Error {}
const needsVitest = (): never => {
  throw new NeedsVitest()
}

const stubbed = new Map<string, PropertyDescriptor | undefined>()
export const vi = {
  stubGlobal(name: string, value: unknown): void {
    if (!stubbed.has(name)) stubbed.set(name, Object.getOwnPropertyDescriptor(globalThis, name))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  },
  unstubAllGlobals(): void {
    for (const [name, before] of stubbed)
      if (before) Object.defineProperty(globalThis, name, before)
      else Reflect.deleteProperty(globalThis, name)
    stubbed.clear()
  },
  resetModules: needsVitest,
  doMock: needsVitest,
  doUnmock: (): void => undefined,
}
