import { cp, readFile, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { EXTERNAL } from '../bundle-server.ts'

/** The SQLite library finds its compiled part by this package. */
const WITH = ['node-gyp-build']
/** Servers run Linux; the library's other parts (sources, types, other systems) stay behind. */
const PARTS = /^(package\.json|LICENSE|dist(\/index\.(cjs|mjs))?|prebuilds(\/linux-[^/]+(\/.*)?)?)$/

/**
 * Copies what `server.mjs` finds beside it into `node_modules` of a folder.
 *
 * @returns their exact versions by name, for that folder's `package.json`
 */
export async function copyServerPackages(root: string, dir: string): Promise<Record<string, string>> {
  const versions: Record<string, string> = {}
  for (const name of [EXTERNAL, ...WITH]) {
    const from = join(root, 'node_modules', name)
    await cp(from, join(dir, 'node_modules', name), {
      recursive: true,
      filter: async path => {
        if (name !== EXTERNAL || path === from) return basename(path) !== 'README.md'
        const way = relative(from, path)
        return PARTS.test(way) && ((await stat(path)).isFile() || !way.startsWith('dist/'))
      },
    })
    const { version } = JSON.parse(await readFile(join(from, 'package.json'), 'utf8')) as { version: string }
    versions[name] = version
  }
  return versions
}
