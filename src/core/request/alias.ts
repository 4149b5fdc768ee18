/**
 * A made-up look, colour and thing to be said at the door, so that a person without a name can be met.
 * 2,304 of them, so that few who are waited for at once share one: no secret, only words to find each other by. Those of
 * before November 2026 have no look.
 * The rows are copy (`request:alias`), parted by spaces. The Danish words are of common gender, so that none needs an ending.
 * No word hints at why one comes ("sten", "sky", "drage" can), and none is also said of people, neither a colour nor a look:
 * it is spoken aloud at a door.
 *
 * @param rows looks, colours, things
 * @param random three bytes
 */
export function makeAlias(rows: readonly [string, string, string], random: Uint8Array): string {
  return rows
    .map((row, at) => {
      const words = row.split(' ')
      return words[(random[at] ?? 0) % words.length] ?? ''
    })
    .join(' ')
}
