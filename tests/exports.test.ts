import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

type Names = readonly (readonly [file: string, name: string])[]
type Dealings = {
  /** Names of the values that others can take. */
  readonly gives: readonly string[]
  /** What it takes, `*` for all of a file; and what it only hands on, by the name it has here. */
  readonly takes: Names
  readonly handsOn: ReadonlyMap<string, readonly [file: string, name: string]>
}

const isCode = (file: string): boolean => /\.tsx?$/.test(file) && !file.endsWith('.d.ts')
const files = [
  ...readdirSync(root).filter(isCode),
  ...['src', 'tests', 'bench'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(isCode)
      .map(file => `${folder}/${file}`),
  ),
]

/** `a, type B, c as d` → `[a, a], [c, d]`: the name there and the name here, of values only. */
const listed = (list: string): [there: string, here: string][] =>
  list
    .split(',')
    .map(one => one.trim())
    .filter(one => one !== '' && !one.startsWith('type '))
    .map(one => {
      const [there = '', here = there] = one.split(' as ')
      return [there, here]
    })

/** Reads code as Prettier lays it out: a declaration begins its line. */
function dealingsOf(file: string): Dealings {
  const text = readFileSync(join(root, file), 'utf8')
  const target = (named: string): string =>
    named === '#municipality'
      ? 'src/core/facts/lyngby-taarbaek/index.ts'
      : relative(root, resolve(root, dirname(file), named))
  const declared = [...text.matchAll(/^export (?:async )?(?:function\*?|const|let|class) (\w+|\{[^}]*\})/gm)]
  const gives = declared.flatMap(([, name = '']) =>
    name.startsWith('{') ? listed(name.slice(1, -1)).map(([one]) => one) : [name],
  )
  const handsOn = new Map<string, readonly [string, string]>()
  const takes: [string, string][] = []
  for (const [, verb, list = '', named = ''] of text.matchAll(
    /^(import|export) \{([^}]*)\}(?: from '([^']+)')?$/gm,
  ))
    for (const [there, here] of listed(list)) {
      if (verb === 'import') takes.push([target(named), there])
      else if (named !== '') handsOn.set(here, [target(named), there])
    }
  for (const [, list = '', named = ''] of text.matchAll(/^import type \{([^}]*)\} from '([^']+)'$/gm))
    for (const [there] of listed(list)) takes.push([target(named), there]) // `typeof` of it
  // A whole file: `import * as`, `export *`, `import('…')`, or named to a worker or a build; not to be stood in for.
  const rest = text.replace(
    /^(import|export)( type)? \{[^}]*\} from '[^']+'$|\bvi\.(do)?mock\('[^']+'/gim,
    '',
  )
  for (const [, named = ''] of rest.matchAll(/['"`](?:\/)?([\w./-]+\.tsx?)['"`]/g))
    for (const one of [target(named), named, join('src', named)])
      if (existsSync(join(root, one))) takes.push([one, '*'])
  return { gives: [...gives, ...handsOn.keys()], takes, handsOn }
}

test('what a file of the house gives, another one takes', () => {
  const all = new Map(files.map(file => [file, dealingsOf(file)]))
  const taken = new Set<string>()
  const take = (file: string, name: string): void => {
    const key = `${file}: ${name}`
    if (taken.has(key)) return
    taken.add(key)
    const from = all.get(file)
    if (name === '*') for (const one of from?.gives ?? []) take(file, one)
    const further = from?.handsOn.get(name)
    if (further) take(...further)
  }
  for (const { takes } of all.values()) for (const [file, name] of takes) take(file, name)
  const given = [...all]
    .filter(([file]) => file.startsWith('src/'))
    .flatMap(([file, { gives }]) => gives.map(name => `${file}: ${name}`))
  expect(given.length).toBeGreaterThan(1_500)
  expect(given.filter(one => !taken.has(one))).toEqual([])
})

test('every package is named somewhere, and comes along for a reason', () => {
  const text = (path: string): string => readFileSync(join(root, path), 'utf8')
  const { scripts, dependencies, devDependencies } = JSON.parse(text('package.json')) as Record<
    'scripts' | 'dependencies' | 'devDependencies',
    Record<string, string>
  >
  const settings = readdirSync(root).filter(name => name.endsWith('.config.js'))
  const all = [...[...files, ...settings].map(text), ...Object.values(scripts)].join('\n')
  // Types of a package that is there; what oxlint starts to ask for types; QualWeb's parts, named by one prefix (qualweb.ts).
  const isAsked = (name: string): boolean => /^@types\/|^oxlint-tsgolint$|^@qualweb\//.test(name)
  const named = (name: string): boolean =>
    new RegExp(`(?<![\\w@/-])(node_modules/)?${name}(?![\\w-])`).test(all)
  const packages = Object.keys({ ...dependencies, ...devDependencies }).filter(name => !isAsked(name))
  expect(packages.length).toBeGreaterThan(40)
  expect(packages.filter(name => !named(name))).toEqual([])
})
