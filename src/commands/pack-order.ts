import { runAtOnce } from './compiled-ahead.ts'

const drawn = [...runAtOnce]

/**
 * The order of files in a pack. What stands earlier is what the compressor refers to later: of the scripts first the large ones, and
 * last what draws, a screen beside what comes after it; then the pages, the small ones first, for the last repeats what they say.
 * In the order of the alphabet all that is kept was 0.65 to 0.8 kB larger in both languages (four builds).
 *
 * @param one address and text
 */
export function byWhatPressesBest(
  one: readonly [url: string, text: string],
  other: readonly [url: string, text: string],
): number {
  return (
    placeOf(one[0]) - placeOf(other[0]) ||
    (isPage(one[0]) ? one[1].length - other[1].length : other[1].length - one[1].length)
  )
}

const isPage = (url: string): boolean => url.endsWith('.html')

/** Which kind it is of: what is only run, then what draws, one after the other, and the pages. */
const placeOf = (url: string): number =>
  isPage(url) ? drawn.length : drawn.indexOf(/([a-z-]+?)(?:-[\w-]{8})?\.js$/.exec(url)?.[1] ?? '')
