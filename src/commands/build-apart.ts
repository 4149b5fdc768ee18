import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Refused } from './run.ts'

/**
 * Builds in a program of its own that ends with the build: what a build loads (600 MB) would else stay in the memory of
 * the intake for as long as it runs.
 *
 * @param root the project's folder
 * @throws Refused when the build failed; it has said why itself
 */
export async function buildApart(root: string): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'src/commands/build.ts')], {
    stdio: 'inherit',
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Refused('The pages could not be built.')
}
