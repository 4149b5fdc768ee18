import fc from 'fast-check'
import { expect, test } from 'vitest'
import { danishRoundabout } from '../../../src/core/request/crisis/danish-roundabout.ts'
import { danish } from '../../../src/core/request/crisis/danish.ts'
import { englishRoundabout } from '../../../src/core/request/crisis/english-roundabout.ts'
import { english } from '../../../src/core/request/crisis/english.ts'
import { needsOf } from '../../../src/core/request/crisis/needs.ts'
import { firstIn, patternOf } from '../../../src/core/request/crisis/pattern.ts'
import { joined, type Rules } from '../../../src/core/request/crisis/rules.ts'
import { folded } from '../../../src/core/request/crisis/words.ts'

const kinds = ['life', 'overdose', 'violence', 'violenceMet', 'violenceToOthers', 'ordinary'] as const

const noLists = (name: string): never => {
  throw new Error(`no lists here: ${name}`)
}

test.each([
  ['want to die', [[' want to die ']]],
  ['a (b|c) d', [[' a '], [' d '], [' b ', ' c ']]],
  ['a (b )?c*', [[' a '], ['c']]],
  ['a ~~ b( c)?$', [[' a '], [' b']]],
  ['x(y|z)*', [[' x'], ['y', 'z']]],
  ['(a|b) ?c', [[' a', ' b'], ['c ']]],
  ['selv ?mords?', [[' selv'], ['mord']]],
  ['[0-9]+ a', [[' a ']]],
  ['(a|[0-9]+)', []],
  ['(a ~ bbb|c)(?! (d|e))', [[' bbb', ' c']]],
  ['farvel(?! til)', [[' farvel']]],
  ['(a?)', []],
])('what "%s" needs', (phrase, needs) => {
  expect(new Set(needsOf(phrase, noLists))).toEqual(new Set(needs))
})

/** Some text that fits a phrase, `pick` choosing among so many ways at each turn. */
function fitting(
  phrase: string,
  lists: Readonly<Record<string, string>>,
  pick: (of: number) => number,
): string {
  let at = 0
  const ways = (): string => {
    const all = [sequence()]
    while (phrase[at] === '|') {
      at++
      all.push(sequence())
    }
    return all[pick(all.length)] ?? ''
  }
  const isLeftOut = (): boolean => {
    if (phrase[at] !== '?') return false
    at++
    return pick(2) === 0
  }
  function sequence(): string {
    let made = ''
    while (at < phrase.length && phrase[at] !== '|' && phrase[at] !== ')') {
      const sign = phrase[at++] ?? ''
      if (sign === '(') {
        const isAhead = phrase.startsWith('?!', at)
        if (isAhead || phrase.startsWith('?:', at)) at += 2
        const group = ways()
        at++
        if (!isLeftOut() && !isAhead) made += group
      } else if (sign === '{') {
        const end = phrase.indexOf('}', at)
        const list = lists[phrase.slice(at, end)] ?? ''
        at = end + 1
        const one = fitting(list, lists, pick)
        if (!isLeftOut()) made += one
      } else if (sign === '[') {
        const klass = phrase.slice(at, phrase.indexOf(']', at))
        at += klass.length + 1
        made += klass.startsWith('^') ? 'noget' : klass.includes('9') ? '9' : klass.slice(0, 1)
        if (phrase[at] === '+') at++
      } else if (sign === '~') {
        const most = [2, 5, 12][/^~*/.exec(phrase.slice(at))?.[0].length ?? 0] ?? 0
        while (phrase[at] === '~') at++
        at++
        made += 'noget '.repeat(pick(most + 1))
      } else if (sign === '*') made += ['', 's', 'ning'][pick(3)] ?? ''
      else if (sign !== '$') {
        if (phrase[at] === '?') {
          at++
          if (pick(2) === 0) continue
        }
        made += sign
      }
    }
    return made
  }
  return ways()
}

const languages: readonly [string, Rules][] = [
  ['Danish', joined(danish, danishRoundabout)],
  ['English', joined(english, englishRoundabout)],
]

test.each(languages)('every %s phrase is looked for in a text that fits it', (_, rules) => {
  const all = kinds.flatMap(kind => rules[kind])
  const pattern = patternOf(all, rules.lists)
  const picks = fc.array(fc.nat(999), { minLength: 40, maxLength: 40 })
  let fits = 0
  let tried = 0
  for (const [at, raw] of all.entries()) {
    const phrase = pattern[at]
    if (!phrase) throw new Error(`no phrase ${at}`)
    for (const some of fc.sample(picks, { numRuns: 12, seed: at })) {
      let turn = 0
      const line = ` ${folded(fitting(raw, rules.lists, of => (some[turn++ % some.length] ?? 0) % of))} `
      tried++
      // What must not follow may follow by chance; and folding joins letters that stood in two groups.
      phrase.expression().lastIndex = 0
      if (phrase.expression().exec(line) === null) continue
      fits++
      expect(firstIn(line, [phrase]), `${raw}\n${line}\n${JSON.stringify(phrase.needs())}`).toBeDefined()
    }
  }
  expect(fits / tried).toBeGreaterThan(0.97)
})

test('a phrase that needs what does not stand there is never made an expression', () => {
  const [phrase] = patternOf(['a ~ (b|c)'], {})
  if (!phrase) throw new Error('no phrase')
  let made = 0
  const watched = {
    ...phrase,
    expression: () => {
      made++
      return phrase.expression()
    },
  }
  expect(firstIn(' a d ', [watched])).toBeUndefined()
  expect(made).toBe(0)
  expect(firstIn(' a d b ', [watched])).toEqual({ start: 0, end: 6 })
  expect(made).toBe(1)
})
