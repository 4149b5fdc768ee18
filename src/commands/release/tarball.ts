import { createWriteStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { pack } from 'tar-stream'

/** Every file below a folder, in the order of their names; paths with `/`, relative to it. */
export async function filesBelow(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile())
    .map(entry => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/**
 * Packs a folder so that the same files give the same bytes: names in order, one time for all, no owner.
 *
 * @param day the time of every entry, `YYYY-MM-DD`
 */
export async function packFolder(dir: string, file: string, day: string): Promise<void> {
  const tar = pack()
  const zip = createGzip({ level: 9 }) // its header holds no time (RFC 1952: MTIME 0)
  const out = createWriteStream(file)
  tar.pipe(zip).pipe(out)
  const mtime = new Date(`${day}T00:00:00Z`)
  for (const path of await filesBelow(dir)) {
    const { mode } = await stat(join(dir, path))
    const content = await readFile(join(dir, path))
    await new Promise<void>((done, fail) => {
      tar.entry(
        { name: `${basename(dir)}/${path}`, size: content.length, mode: mode & 0o111 ? 0o755 : 0o644, mtime },
        content,
        error => {
          if (error) fail(error)
          else done()
        },
      )
    })
  }
  tar.finalize()
  await finished(out)
}
