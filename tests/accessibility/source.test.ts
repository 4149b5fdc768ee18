import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

// What is not there needs no check in a browser: these hold that it does not come.

const root = join(import.meta.dirname, '../../src')
const sources = (endings: RegExp): { file: string; text: string }[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(file => /^(?:app|inbox|ui|client)\//.test(file) && endings.test(file))
    .map(file => ({ file, text: readFileSync(join(root, file), 'utf8') }))

const scripts = sources(/\.tsx?$/)
const styles = sources(/\.css$/)
const filesWith = (pattern: RegExp, among = scripts): string[] =>
  among.filter(({ text }) => pattern.test(text)).map(({ file }) => file)

test('there is something to look at', () => {
  expect(scripts.length).toBeGreaterThan(100)
  expect(styles.length).toBeGreaterThan(15)
})

describe('what is done with a hand', () => {
  test('is a click, also where it is a key: nothing is drawn, dragged, shaken or done at the press (2.5.1, 2.5.2, 2.5.4, 2.5.7)', () => {
    expect(
      filesWith(/onTouch|touchmove|onDrag|dragstart|devicemotion|deviceorientation|onPointer|onMouse/),
    ).toEqual([])
    // These note that somebody is there, fetch what a tap will need, or empty the clipboard; they do nothing that can be seen.
    expect(filesWith(/'(?:pointerdown|pointermove|pointerover|touchstart|mousedown)'/).sort()).toEqual([
      'app/draft/use-kept-draft.ts',
      'app/idle/untouched.ts',
      'app/islands/doors.ts',
      'inbox/session/still-copied.tsx',
      'inbox/session/use-idle.ts',
    ])
  })

  test('is never a key with a letter on it (2.1.4)', () => {
    const keys = scripts.flatMap(({ text }) =>
      [...text.matchAll(/\.key (?:===|!==) '([^']+)'/g)].map(hit => hit[1]),
    )
    expect(keys).toContain('Escape')
    expect(keys.filter(key => key?.length === 1)).toEqual([])
    expect(filesWith(/accessKey|accesskey/)).toEqual([])
  })

  test('may be a paste, everywhere (3.3.8)', () => {
    expect(filesWith(/onPaste|'paste'|user-select: none/)).toEqual([])
  })
})

describe('what is seen and heard', () => {
  test('has gone wrong in a status that was there before its words (4.1.3)', () => {
    expect(filesWith(/ailed(?: !== null)? && <\w+ role="status"/)).toEqual([])
  })

  test('has no film, no sound of its own and no picture of words (1.2.1 to 1.2.5, 1.4.2, 1.4.5)', () => {
    expect(filesWith(/<(?:video|audio|iframe|object|embed)\s|new Audio\(/)).toEqual([])
    // The only picture is the municipality's own photograph of the place, whose text it writes itself.
    expect(filesWith(/<img\s/)).toEqual(['app/pages/place/picture.tsx'])
  })

  test('stands still: nothing moves, blinks or flashes (2.2.2, 2.3.1)', () => {
    expect(filesWith(/@keyframes|animation|transition|scroll-behavior: smooth/, styles)).toEqual([])
    expect(filesWith(/\.animate\(|behavior: 'smooth'/)).toEqual([])
  })

  test('does not come with a pointer over it: hovering only draws a line (1.4.13)', () => {
    const lines = styles.flatMap(({ text }) =>
      [...text.matchAll(/:hover[^{]*\{([^}]*)\}/g)].flatMap(([, body = '']) => body.split(';')),
    )
    const properties = lines.map(line => line.split(':')[0]?.trim() ?? '').filter(name => name !== '')
    expect(properties.length).toBeGreaterThan(0)
    expect(
      properties.filter(
        name => !/^(?:text-decoration|text-underline|border(?:-inline-start)?-color)/.test(name),
      ),
    ).toEqual([])
    // A `title` on an element would come with a pointer only.
    expect(filesWith(/<[a-z][a-z0-9]*\b[^>]*\stitle=/)).toEqual([])
  })

  test('may lie or stand (1.3.4)', () => {
    expect(filesWith(/orientation: (?:portrait|landscape)/, styles)).toEqual([])
    expect(filesWith(/screen\.orientation|orientation\.lock/)).toEqual([])
  })
})
