/**
 * Long words that only a crisis has, as the rules read them (folded). One letter wrong, missing, too many or two
 * swapped still is the word: a phone at night.
 */
const KEY_WORDS = [
  'selvmord',
  'selvskade',
  'overdosis',
  'overdose',
  'bevidstlos',
  'voldtaget',
  'kvalertag',
  'afskedsbrev',
  'suicide',
  'suicidal',
  'unconscious',
  'unresponsive',
  'strangle',
] as const

const byFirst = new Map<string, string[]>()
for (const key of KEY_WORDS) byFirst.set(key.charAt(0), [...(byFirst.get(key.charAt(0)) ?? []), key])

/** The key word that a word begins with, but for one slip of the thumb; undefined when there is none. */
export function keyWordLike(word: string): string | undefined {
  if (word.length < 6) return undefined
  const keys = byFirst.get(word.charAt(0)) ?? []
  if (keys.some(key => word.startsWith(key))) return undefined
  return keys.find(key => beginsAlmost(word, key))
}

function beginsAlmost(word: string, key: string): boolean {
  let at = 0
  while (at < key.length && word[at] === key[at]) at++
  const rest = key.slice(at)
  const end = (from: number, wanted: string): boolean => word.startsWith(wanted, from)
  return (
    end(at + 1, rest) || // one too many
    end(at + 1, rest.slice(1)) || // one wrong
    (at >= 3 && end(at, rest.slice(1))) || // one missing
    (rest.length > 1 && end(at, rest.charAt(1) + rest.charAt(0) + rest.slice(2))) // two swapped
  )
}
