import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '../../src')

/** A language by its name in code: as a text, a key, or a part of an address. */
const named = /(['"`])(?:da|en)\1|(?<![\w.])(?:da|en)\s*:|\/en(?![\w-])/

/** Files that name one, by the beginning of their path, each with the reason. */
const allowed: readonly (readonly [path: string, reason: string])[] = [
  ['core/languages.ts', 'the list itself'],
  ['core/facts/lyngby-taarbaek/', 'what the municipality says, in the languages it says it in'],
  ['intake/jobs/notices/text.ts', 'mails to staff, in the languages that staff are written to in'],
  ['intake/settings/notify.ts', 'the same languages, of which whoever runs it names one'],
  ['app/check/result/reasons.tsx', 'headings of the standards are Danish in every language'],
  ['app/pages/sources/', 'so are their titles'],
  ['ui/examples/', 'an example of the header'],
  ['commands/demo', 'made-up people, who write what they write'],
  ['inbox/model/', "names are compared as in Denmark: toLocaleLowerCase('da')"],
]

const withoutComments = (text: string): string => text.replace(/^\s*(\/?\*|\/\/).*$|\s\/\/ .*$/gm, '')

test('the measure finds a language that is named, and no word that only looks like one', () => {
  for (const code of ["lang === 'da'", 'const a = { en: 1 }', 'const to = `${origin}/en`', "'/en/adults'"])
    expect(code, code).toMatch(named)
  for (const code of ["import request from '../../locales/da/request.json'", 'open: 1', "'/encoding.ts'"])
    expect(code, code).not.toMatch(named)
})

test('no source names a language: another one is a folder and a line in a list', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(file => /\.tsx?$/.test(file))
  const naming = files.filter(file => named.test(withoutComments(readFileSync(join(src, file), 'utf8'))))
  expect(naming.filter(file => !allowed.some(([path]) => file.startsWith(path)))).toEqual([])
  for (const [path] of allowed)
    expect(
      naming.filter(file => file.startsWith(path)),
      path,
    ).not.toEqual([])
})
