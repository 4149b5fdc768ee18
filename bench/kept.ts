import { partOf } from '../src/app/service-worker/addresses.ts'
import { FIRST } from '../src/core/languages.ts'

/**
 * What the service worker keeps on a phone, in bytes as they travel, and the worker itself: it is not on its own list, and
 * travels all the same.
 *
 * @param sizes bytes by file, without a slash in front
 * @param urls addresses on the worker's list
 */
export function keptBytes(
  sizes: ReadonlyMap<string, number>,
  urls: readonly string[],
): { readonly danish: number; readonly both: number; readonly worker: number } {
  const kept = [...sizes].filter(([file]) => urls.includes(`/${file}`))
  const sum = (of: readonly [string, number][]): number => of.reduce((total, [, bytes]) => total + bytes, 0)
  return {
    danish: sum(kept.filter(([file]) => !isOther(file))),
    both: sum(kept),
    worker: sizes.get('sw.js') ?? NaN,
  }
}

/** Of another language than the first. */
const isOther = (file: string): boolean => {
  const part = partOf(`/${file}`)
  return part !== 'common' && part !== FIRST
}
