/** Texts without space or line break by such texts, as one: a long one is copied to a worker at once, and a map text by text. */
export const packed = (all: ReadonlyMap<string, string>): string =>
  Array.from(all, ([key, value]) => `${key} ${value}`).join('\n')

const texts = new WeakMap<ReadonlyMap<string, string>, string>()

/** `packed` of a map that does not change: a look for something new asks with the same as the one before it. */
export function packedOnce(all: ReadonlyMap<string, string>): string {
  const text = texts.get(all) ?? packed(all)
  texts.set(all, text)
  return text
}

/** What `packed` made. */
export const unpacked = (text: string): Map<string, string> =>
  new Map(
    (text === '' ? [] : text.split('\n')).map((line): [string, string] => {
      const [key = '', value = ''] = line.split(' ')
      return [key, value]
    }),
  )
