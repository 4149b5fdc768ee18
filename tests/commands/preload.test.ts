import { expect, test } from 'vitest'
import { leanPreload } from '../../src/commands/preload.ts'

const { load, generateBundle } = leanPreload()
const written = (code: string): void => {
  generateBundle.handler(
    {},
    { 'assets/picture.svg': { type: 'asset' }, 'assets/a-1.js': { type: 'chunk', name: 'a', code } },
  )
}
const listOf = (file: string): string =>
  `const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["${file}"])))`

test('the helper of the bundler is ours, and nothing else is', () => {
  expect(load('\0vite/preload-helper.js')).toMatch(
    /^export \{ fetchWith as __vitePreload \} from ".*\/src\/client\/fetch-with\.ts"$/,
  )
  expect(load('/src/app/main.ts')).toBeUndefined()
})

test('a script that comes with a style sheet stops the build', () => {
  expect(() => {
    written(listOf('assets/a-12345678.css'))
  }).toThrow('a asks for a script that comes with a style sheet')
  written(`${listOf('assets/a-12345678.js')};const sheet="later.css"`)
})
