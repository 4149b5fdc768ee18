import { orElse } from './refused.ts'

/**
 * Lets the person keep a file. On a phone that can share files it goes that way: in an installed app on an iPhone a
 * download does nothing. Elsewhere, and when sharing fails, it is saved.
 *
 * @param type its media type.
 * @returns false when the phone would do neither.
 */
export async function handOver(name: string, content: string, type: string): Promise<boolean> {
  const file = orElse(() => new File([content], name, { type }), null)
  if (!file) return false
  if (isPhone() && canShare(file) && (await shared({ files: [file] }))) return true
  return orElse(() => {
    save(file)
    return true
  }, false)
}

/** Whether the phone has a sharing of its own. */
export const canShareText = (): boolean => orElse(() => typeof navigator.share === 'function', false)

/** Shares a text and nothing else. @returns false when the phone would not. */
export const shareText = (text: string): Promise<boolean> => shared({ text })

/** Where one points with a finger: a computer has a better place for a file than its list of people. */
const isPhone = (): boolean => orElse(() => matchMedia('(pointer: coarse)').matches, false)

/** False also where the browser has no such thing. */
const canShare = (file: File): boolean => orElse(() => navigator.canShare({ files: [file] }), false)

/** True also when the person has thought better of it; false when the phone would not. */
async function shared(what: ShareData): Promise<boolean> {
  try {
    await navigator.share(what)
    return true
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError'
  }
}

function save(file: File): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, 10_000)
}
