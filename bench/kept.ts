/**
 * What the service worker keeps on a phone, in bytes as they travel, with the worker itself: it is not on its own list.
 *
 * @param sizes bytes by file, without a slash in front
 * @param urls addresses on the worker's list
 */
export function keptBytes(
  sizes: ReadonlyMap<string, number>,
  urls: readonly string[],
): { readonly danish: number; readonly both: number } {
  const kept = [...sizes].filter(([file]) => file === 'sw.js' || urls.includes(`/${file}`))
  const sum = (of: readonly [string, number][]): number => of.reduce((total, [, bytes]) => total + bytes, 0)
  return { danish: sum(kept.filter(([file]) => !isEnglish(file))), both: sum(kept) }
}

const isEnglish = (file: string): boolean => file.startsWith('lean/en/') || file.startsWith('assets/en-')
