import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build as viteBuild } from 'vite'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** Found beside the server when it runs: the SQLite library, for its compiled part. */
export const EXTERNAL = '@photostructure/sqlite'
/** Optional parts of `pg` that are not installed; it asks for them and does without. */
const ABSENT = ['pg-native', 'pg-cloudflare']

/**
 * Writes the server and all it needs but SQLite as one file, `server.mjs`: a production machine then carries
 * neither Vite nor tsx, browsers or test tools. The same sources give the same bytes.
 *
 * @param outDir where `server.mjs` goes; made when missing
 * @param program what to bundle; the server when not given
 */
export async function bundleServer(
  outDir: string,
  program = join(root, 'src/commands/server/main.ts'),
): Promise<void> {
  const made = join(root, 'node_modules/.cache/server', String(process.pid))
  await viteBuild({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: [EXTERNAL] },
    build: {
      ssr: program,
      outDir: made,
      emptyOutDir: true,
      target: 'node20',
      minify: false, // a fault's place in the log can be read, and nobody downloads this
      rolldownOptions: {
        external: [EXTERNAL, ...ABSENT],
        // Else each part is headed by where its file lay, which differs where the dependencies are linked in.
        experimental: { attachDebugInfo: 'none' },
        output: { entryFileNames: 'server.mjs', codeSplitting: false },
      },
    },
  })
  await mkdir(outDir, { recursive: true })
  await copyFile(join(made, 'server.mjs'), join(outDir, 'server.mjs'))
}
