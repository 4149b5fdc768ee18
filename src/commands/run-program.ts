import { spawn } from 'node:child_process'
import { getPriority, setPriority } from 'node:os'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The lowest priority there is. */
const LAST = 19

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * Runs a program with its output in sight, from the folder of the house; resolves to its exit code, 1 when a signal ended it.
 *
 * @param env set besides what this process has
 * @param behind by how much it stays behind this process, as `nice` counts: one that does so already is not brought forward,
 * which a system refuses
 * @throws Error when it cannot be started
 */
export function runProgram(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  behind = 0,
): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    if (behind > 0 && child.pid !== undefined) setPriority(child.pid, Math.min(getPriority() + behind, LAST))
    child.on('error', fail)
    child.on('close', code => {
      done(code ?? 1)
    })
  })
}
