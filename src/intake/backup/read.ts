import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { Decrypter } from 'age-encryption'
import { type BackupLine, backupLine } from './lines.ts'
import { fromWeb, toWeb } from './streams.ts'

/** What is wrong with a backup, in one sentence for anyone who restores it. */
export class BadBackup extends Error {}

/**
 * The lines of a backup, one after the other, the first and the last among them.
 *
 * @param identity an age identity, `AGE-SECRET-KEY-…`
 * @throws BadBackup when it does not open, is none of ours, or was cut off
 */
export async function* readBackup(file: string, identity: string): AsyncGenerator<BackupLine, void> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  let lines: AsyncIterable<string>
  try {
    const zipped = fromWeb(await decrypter.decrypt(toWeb(createReadStream(file))))
    const text = createGunzip()
    zipped.on('error', error => text.destroy(error)).pipe(text)
    lines = createInterface({ input: text, crlfDelay: Infinity })
    text.on('error', () => undefined) // the reading of lines below throws it
  } catch (cause) {
    throw new BadBackup('The file does not open with this identity.', { cause })
  }
  let isFirst = true
  let isWhole = false
  try {
    for await (const text of lines) {
      const line = backupLine.safeParse(JSON.parse(text))
      if (!line.success || isWhole || isFirst !== 'backup' in line.data) {
        throw new BadBackup('The file is no backup of this service, or of a newer version.')
      }
      isFirst = false
      isWhole = 'end' in line.data
      yield line.data
    }
  } catch (cause) {
    if (cause instanceof BadBackup) throw cause
    throw new BadBackup('The file is damaged, or was cut off.', { cause })
  }
  if (!isWhole) throw new BadBackup('The file was cut off: its last line is missing.')
}
