import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const run = promisify(execFile)

/** The rules of ESLint that a piece of code would break if it stood in a folder. */
async function brokenIn(folder: string, code: string): Promise<(string | null)[]> {
  const filePath = join(root, folder, 'border/probe.ts')
  const [result] = await new ESLint({ cwd: root }).lintText(code, { filePath })
  return result?.messages.map(message => message.ruleId) ?? []
}

/** Calls with a folder that holds these files, below another one, for as long as it takes. */
async function withFiles<T>(
  above: string,
  files: Readonly<Record<string, string>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(above, 'border-'))
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

describe('the borders of the house', { timeout: 120_000 }, () => {
  it.each([
    ['src/core', '../../app/routes.ts'],
    ['src/core', '../../ui/index.ts'],
    ['src/ui', '../../core/contract/index.ts'],
    ['src/app', '../../intake/config.ts'],
    ['src/core', '../../client/proof/index.ts'],
    ['src/client', '../../app/routes.ts'],
    ['src/intake', '../../client/proof/index.ts'],
    ['src/inbox', '../../app/routes.ts'],
    ['src/intake', '../../app/routes.ts'],
  ])('an import from %s to %s is refused', async (folder, target) => {
    expect(
      await brokenIn(folder, `import * as there from '${target}'\nexport const here = there\n`),
    ).toContain('no-restricted-imports')
  })

  it('core may import of its own', async () => {
    const code = `import { day } from '../contract/index.ts'\nexport const here = day\n`
    expect(await brokenIn('src/core', code)).toEqual([])
  })

  it('core has no clock and no network', async () => {
    const code = `export const a = (): number => Date.now()\nexport const b = new Date()\nexport const c = fetch\n`
    const broken = await brokenIn('src/core', code)
    expect(broken.filter(rule => rule === 'no-restricted-syntax')).toHaveLength(2)
    expect(broken).toContain('no-restricted-globals')
  })

  it('core has no document: the compiler refuses it', async () => {
    const tsc = join(root, 'node_modules/typescript-7/bin/tsc')
    const core = join(root, 'src/core')
    const files = {
      'probe.ts': `export const title = document.title\n`,
      'tsconfig.json': JSON.stringify({ extends: join(core, 'tsconfig.json'), include: ['.', core] }),
    }
    await withFiles(tmpdir(), files, folder =>
      expect(run(process.execPath, [tsc, '-p', folder])).rejects.toMatchObject({
        stdout: expect.stringMatching(/^\S*probe\.ts.*Cannot find name 'document'.*\n$/) as string,
      }),
    )
  })

  it('a promise left alone is refused', async () => {
    const code = `const later = async (): Promise<number> => Promise.resolve(1)\nexport const here = (): void => {\n  later()\n}\n`
    await withFiles(join(root, 'tests'), { 'probe.ts': code }, folder =>
      expect(
        run(join(root, 'node_modules/.bin/oxlint'), ['-c', 'oxlint.config.js', '--format', 'unix', folder], {
          cwd: root,
        }),
      ).rejects.toMatchObject({
        stdout: expect.stringContaining('typescript(no-floating-promises)') as string,
      }),
    )
  })
})
