/** The words of a made-up name: a thing with its look, and another with its colour. */
export type AliasWords = Readonly<Record<'look' | 'thing' | 'colour' | 'other', string>>

/**
 * The words of a made-up name to be said at the door, so that a person without a name can be met: "Stribet Kano med Grøn Hat".
 * 52,992 of them, by chance and out of nothing that comes from elsewhere: with forty alive at once two share one in 15 of a
 * thousand cases (decision 0045). No secret, only words to find each other by. Those of before the end of November 2026 have
 * one thing only.
 * The rows are copy (`request:alias`), parted by spaces, and `request:alias.name` puts the words together. The Danish words
 * are of common gender, so that none needs an ending.
 * No word hints at why one comes ("sten", "sky", "drage" can), nor do two things together, and none is also said of people,
 * neither a colour nor a look: it is spoken aloud at a door.
 *
 * @param rows looks, colours, things
 * @param random four bytes
 */
export function makeAlias(rows: readonly [string, string, string], random: Uint8Array): AliasWords {
  const [looks, colours, row] = rows
  const pick = (words: readonly string[], at: number): string => words[(random[at] ?? 0) % words.length] ?? ''
  const things = row.split(' ')
  const thing = pick(things, 1)
  const others = things.filter(one => one !== thing)
  return {
    look: pick(looks.split(' '), 0),
    thing,
    colour: pick(colours.split(' '), 2),
    other: pick(others, 3),
  }
}
