import { spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BuildOptions } from '../../../src/commands/build.ts'
import { builtDir, root } from '../server.ts'
import { withLine, writeFolder } from './made-up.ts'

/** The project with one language more: its folder, and the site that was built of it. */
export type Built = { readonly project: string; readonly site: string; remove(): Promise<void> }

/**
 * A copy of the project with nothing changed but a folder in `locales` and a line in `src/core/languages.ts`, and its site,
 * with the keys of the other journeys. Throws what the build printed when it fails.
 */
export async function builtWithOneMore(): Promise<Built> {
  const project = await mkdtemp(join(tmpdir(), 'third-language-'))
  const remove = async (): Promise<void> => rm(project, { recursive: true, force: true })
  for (const part of [
    'src',
    'locales',
    'public',
    'index.html',
    'inbox.html',
    'vite.config.ts',
    'package.json',
    'tsconfig.json',
  ])
    await cp(join(root, part), join(project, part), { recursive: true })
  await symlink(join(root, 'node_modules'), join(project, 'node_modules'))
  await writeFolder(join(project, 'locales'))
  const list = join(project, 'src/core/languages.ts')
  await writeFile(list, withLine(await readFile(list, 'utf8')))
  const site = join(project, 'dist/site')
  const options: BuildOptions = {
    keysFile: join(builtDir, 'keys/keys.json'),
    outDir: site,
    // Only a page that knows its own address names the same page in the other languages.
    origin: 'https://snak.example.dk',
    compressed: false,
  }
  const [code, printed] = await run(
    project,
    `import { build } from '${pathToFileURL(join(project, 'src/commands/build.ts')).href}'
     await build(${JSON.stringify(options)})`,
  )
  if (code !== 0) throw new Error(`the build ended with ${code}:\n${printed}`)
  return { project, site, remove }
}

function run(cwd: string, program: string): Promise<[number | null, string]> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
      cwd,
      env: { ...process.env, NODE_ENV: '' },
    })
    let printed = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => {
        printed += part.toString()
      })
    child.on('error', fail)
    child.on('close', code => {
      done([code, printed])
    })
  })
}
