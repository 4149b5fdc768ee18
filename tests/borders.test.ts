import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const run = promisify(execFile)

/** The rules a piece of code breaks when it stands in a folder. The file must exist for the typed rules. */
async function brokenIn(folder: string, code: string): Promise<(string | null)[]> {
  const dir = await mkdtemp(join(root, folder, 'border-'))
  const file = join(dir, 'probe.ts')
  try {
    await writeFile(file, code)
    const [result] = await new ESLint({ cwd: root }).lintFiles([file])
    return result?.messages.map(message => message.ruleId) ?? []
  } finally {
    await rm(dir, { recursive: true, force: true })
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
    const dir = await mkdtemp(join(root, 'src/core', 'border-'))
    try {
      await writeFile(join(dir, 'probe.ts'), `export const title = document.title\n`)
      const tsc = join(root, 'node_modules/typescript/bin/tsc')
      await expect(run(process.execPath, [tsc, '-p', join(root, 'src/core')])).rejects.toMatchObject({
        stdout: expect.stringContaining("Cannot find name 'document'") as string,
      })
    } finally {
      await rm(dir, { recursive: true, force: true })
    }
  })

  it('a promise left alone is refused', async () => {
    const code = `const later = async (): Promise<number> => Promise.resolve(1)\nexport const here = (): void => {\n  later()\n}\n`
    expect(await brokenIn('src/app', code)).toContain('@typescript-eslint/no-floating-promises')
  })
})
