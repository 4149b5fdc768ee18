import { copyFile, mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Municipality, Picture } from '../core/facts/types.ts'
import { SettingError } from '../intake/settings/setting-error.ts'

/** Bytes of one picture at most: it comes over a poor line, in the middle of a page. */
const MOST_BYTES = 150_000
const NAME = /^[a-z0-9-]+\.(webp|jpg|png)$/

/** The pictures a municipality's pages name. */
export function picturesOf({ place }: Pick<Municipality, 'place'>): readonly Picture[] {
  return [...(place.photo ? [place.photo] : []), ...place.people.flatMap(({ picture }) => picture ?? [])]
}

/** The folder of a municipality's own pictures, beside its `index.ts`. */
export function picturesFolder(municipality: string | undefined): string {
  return join(dirname(municipality ?? fileURLToPath(import.meta.resolve('#municipality'))), 'pictures')
}

/**
 * Puts the pictures that the pages name into `<outDir>/pictures`.
 *
 * @throws SettingError naming MUNICIPALITY when one is not there, is too large, has another name than a page may ask for,
 *   or still holds what a camera wrote into it: where it was taken, by whom.
 */
export async function copyPictures(
  pictures: readonly Picture[],
  from: string,
  outDir: string,
): Promise<void> {
  if (pictures.length > 0) await mkdir(join(outDir, 'pictures'), { recursive: true })
  for (const { file } of pictures) {
    if (!NAME.test(file))
      throw refused(file, 'must be called by letters, figures and hyphens, .webp, .jpg or .png')
    const bytes = await readFile(join(from, file)).catch((cause: unknown) => {
      throw refused(file, `is not in ${from}`, cause)
    })
    if (bytes.length > MOST_BYTES) throw refused(file, `is larger than ${MOST_BYTES / 1000} kB`)
    if (/Exif\0|EXIF|http:\/\/ns\.adobe\.com/.test(bytes.toString('latin1')))
      throw refused(file, 'holds what a camera or a program wrote into it: save it without metadata')
    await copyFile(join(from, file), join(outDir, 'pictures', file))
  }
}

const refused = (file: string, why: string, cause?: unknown): SettingError =>
  new SettingError('MUNICIPALITY', `names the picture ${file}, which ${why}`, { cause })
