import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const src = resolve(import.meta.dirname, '../src')

/** Each file of ours with the files of ours it imports: statically, dynamically, or for a type alone. */
const imports: ReadonlyMap<string, readonly string[]> = new Map(
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file))
    .map(file => {
      const { importedFiles } = ts.preProcessFile(readFileSync(join(src, file), 'utf8'), true, true)
      const targets = importedFiles
        .filter(({ fileName }) => fileName.startsWith('.'))
        .map(({ fileName }) => resolve(dirname(join(src, file)), fileName))
        .filter(path => /\.tsx?$/.test(path) && existsSync(path))
        .map(path => relative(src, path))
      return [file, targets]
    }),
)

/** The first way from a file back to itself; null when there is none. */
function circleFrom(start: string): string[] | null {
  const cameFrom = new Map<string, string>()
  const open = [start]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const next of imports.get(at) ?? []) {
      if (next === start) {
        const way = [start]
        for (let back = at; back !== start; back = cameFrom.get(back) ?? start) way.unshift(back)
        return [start, ...way]
      }
      if (cameFrom.has(next)) continue
      cameFrom.set(next, at)
      open.push(next)
    }
  }
  return null
}

test('no file of the house is part of an import circle, of types neither', () => {
  expect(imports.size).toBeGreaterThan(400)
  expect([...imports.keys()].map(circleFrom).filter(circle => circle !== null)).toEqual([])
})

test('no file of the house is longer than 250 lines: a second idea is a second file', () => {
  const long = [...imports.keys()]
    .map(file => [file, readFileSync(join(src, file), 'utf8').trimEnd().split('\n').length] as const)
    .filter(([, lines]) => lines > 250)
  expect(long).toEqual([])
})

test('the address of a call stands in the contract alone', () => {
  const typing = [...imports.keys()].filter(file =>
    /['"`]\/api\//.test(readFileSync(join(src, file), 'utf8').replace(/^\s*(\/\/|\/?\*).*/gm, '')),
  )
  expect(typing).toEqual(['core/contract/calls.ts'])
})

test('one file alone knows the router', () => {
  const knowing = [...imports.keys()].filter(file =>
    /from 'preact-router'/.test(readFileSync(join(src, file), 'utf8')),
  )
  expect(knowing).toEqual(['app/router.ts'])
})

type Rooms = readonly (readonly [from: string, to: string])[]
/** Rooms side by side. */
const besides = (house: string, rooms: readonly string[]): Rooms => above(house, rooms, rooms)
/** Rooms below, and those above them. */
const above = (house: string, below: readonly string[], rooms: readonly string[]): Rooms =>
  below.flatMap(from =>
    rooms.filter(to => to !== from).map(to => [`${house}/${from}`, `${house}/${to}`] as const),
  )

const INTAKE = ['settings', 'store', 'limits', 'staff', 'jobs', 'backup', 'http', 'readiness']

/** What knows nothing of what: rooms side by side, and rooms below of those above. */
const UNKNOWN: Rooms = [
  ...besides('inbox', ['requests', 'slots', 'team', 'figures']),
  ...above(
    'inbox',
    ['model', 'session', 'opening', 'shared', 'templates'],
    ['requests', 'slots', 'team', 'figures', 'desk'],
  ),
  ...above('inbox', ['requests', 'slots', 'team', 'figures'], ['desk']),
  ...above('inbox', ['shared'], ['model', 'session', 'opening', 'templates']),
  ...above('inbox', ['model', 'session', 'opening'], ['templates']),
  ['app/check', 'app/request'],
  ['app/check', 'app/replies'],
  ['app/request', 'app/replies'],
  ['app/replies', 'app/request'],
  // What is set, and what is kept, know of nothing that uses them.
  ...above('intake', ['settings'], INTAKE),
  ...above(
    'intake',
    ['store'],
    INTAKE.filter(room => room !== 'settings'),
  ),
  ...besides('intake', ['limits', 'jobs', 'backup']),
  ...above('intake', ['limits'], ['staff', 'http', 'readiness']),
  ...above('intake', ['staff'], ['http', 'jobs', 'backup', 'readiness']),
  ...above('intake', ['jobs', 'backup'], ['http', 'staff', 'readiness']),
  ...above('intake', ['http'], ['jobs', 'backup', 'readiness']),
  ...above('intake', ['readiness'], ['http', 'limits']),
]

test.each(UNKNOWN)('%s imports nothing from %s', (from, to) => {
  const files = [...imports.keys()]
  for (const room of [from, to]) expect(files.some(file => file.startsWith(`${room}/`))).toBe(true)
  const found = files
    .filter(file => file.startsWith(`${from}/`))
    .flatMap(file => (imports.get(file) ?? []).filter(target => target.startsWith(`${to}/`)))
  expect(found).toEqual([])
})
