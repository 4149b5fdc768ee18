/**
 * Packs by address, with the hash that each is compared with (Subresource Integrity). A pack is several files in one: they press
 * a third better than each by itself, and are asked for once. Its text is a line of JSON, `[address, length][]` in UTF-16 code
 * units, and then the files one after the other. What the server says of the pack (policy, how long it is good) holds for each
 * of its files; a pack of several kinds is text, and each file in it is of the type that its ending tells.
 */
export type Packs = Readonly<Record<string, string>>

/** What a server says of how the pack travelled, not of the files in it (RFC 9110 §8). */
const OF_THE_PACK = ['content-encoding', 'content-length', 'etag']

const endOf = (url: string): string => url.slice(url.lastIndexOf('.'))

/** What may lie in a pack, by its ending: as the server says of the same file (src/intake/settings/site.ts). */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
}

/** The kinds of file in a pack, by their endings. */
const kindsIn = (pack: string): readonly string[] =>
  endOf(pack) in TYPES ? [endOf(pack)] : Object.keys(TYPES)

/** @param files texts by address. */
export function packed(files: ReadonlyMap<string, string>): string {
  const list = [...files].map(([url, text]) => [url, text.length])
  return `${JSON.stringify(list)}\n${[...files.values()].join('')}`
}

/** @throws Error when the lengths are not those of the text. */
export function unpacked(text: string): Map<string, string> {
  const start = text.indexOf('\n') + 1
  // Sound: a pack is compared with the build's hash before it is read.
  const list = JSON.parse(text.slice(0, start)) as [string, number][]
  const files = new Map<string, string>()
  let at = start
  for (const [url, length] of list) files.set(url, text.slice(at, (at += length)))
  if (at !== text.length) throw new Error(`a pack of ${text.length} code units, ${at} are told of`)
  return files
}

/**
 * Puts into a cache what is missing there of a pack. Where little is missing of a kind, nothing is done: a few files are asked
 * for by themselves with less, and those of another kind by a pack of their own.
 *
 * @param url address of the pack, from the site's root
 * @param keys what the cache has to hold: the key by whole address
 * @throws TypeError when the pack cannot be had, or is not the one that was built
 */
export async function unpackInto(
  cache: Cache,
  url: string,
  integrity: string,
  keys: ReadonlyMap<string, string>,
): Promise<void> {
  const held = new Set((await cache.keys()).map(kept => kept.url))
  const missing = new Map<string, string>()
  for (const kind of kindsIn(url)) {
    const ofKind = [...keys].filter(([whole]) => endOf(whole) === kind)
    const lacking = ofKind.filter(([, key]) => !held.has(key))
    if (lacking.length * 2 <= ofKind.length) return
    for (const [whole, key] of lacking) missing.set(new URL(whole).pathname, key)
  }
  const answer = await fetch(url, { integrity, cache: 'no-store' })
  const headers = new Headers(answer.headers)
  for (const name of OF_THE_PACK) headers.delete(name)
  for (const [path, text] of unpacked(await answer.text())) {
    const key = missing.get(path)
    if (key === undefined) continue
    const type = TYPES[endOf(path)]
    if (type !== undefined) headers.set('content-type', type)
    await cache.put(key, new Response(text, { headers }))
  }
}
