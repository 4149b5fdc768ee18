import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { onTestFinished } from 'vitest'

export const STYLE = 'body{color:#123}'

/** A folder as the build makes it, with just enough in it. */
export async function builtSite(build: object): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'intake-site-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  const page = (words: string) => `<!doctype html><style>${STYLE}</style><p>${words}</p>`
  const files: Record<string, string> = {
    'build.json': JSON.stringify(build),
    'index.html': page('forside'),
    'en/index.html': page('front page'),
    'voksne/index.html': page('voksne'),
    'inbox.html': page('indbakke'),
    '404.html': page('findes ikke'),
    'en/404.html': page('not here'),
    'robots.txt': 'User-agent: *\n',
    'icons/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'sw.js': 'self.skipWaiting()',
    'assets/app-1a2b3c.js': 'export const long = "' + 'x'.repeat(2_000) + '"',
    'secret.key': 'not to be served',
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true })
    await writeFile(join(dir, path), text)
    if (!path.startsWith('assets/')) continue
    await writeFile(join(dir, `${path}.br`), brotliCompressSync(text))
    await writeFile(join(dir, `${path}.gz`), gzipSync(text))
  }
  return dir
}
