import { orElse } from './refused.ts'

/**
 * Lets the person keep a file. On a phone that can share files it goes that way: in an installed app on an iPhone a
 * download does nothing. Elsewhere, and when sharing fails, it is saved.
 *
 * @param type its media type.
 */
export async function handOver(name: string, content: string, type: string): Promise<void> {
  const file = new File([content], name, { type })
  if (isPhone() && canShare(file) && (await shared(file))) return
  save(file)
}

/** Where one points with a finger: a computer has a better place for a file than its list of people. */
const isPhone = (): boolean => orElse(() => matchMedia('(pointer: coarse)').matches, false)

/** False also where the browser has no such thing. */
const canShare = (file: File): boolean => orElse(() => navigator.canShare({ files: [file] }), false)

/** True also when the person has thought better of it; false when the phone would not. */
async function shared(file: File): Promise<boolean> {
  try {
    await navigator.share({ files: [file] })
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
