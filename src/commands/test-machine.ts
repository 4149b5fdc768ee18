import { execFile } from 'node:child_process'
import { availableParallelism, release, totalmem, type } from 'node:os'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * What tests run in, in one line: said at their start, since a page can be wider with other fonts and a wait longer with fewer
 * cores.
 *
 * @param browser the browser's program
 */
export async function machineOf(browser: string): Promise<string> {
  const said = async (program: string, args: readonly string[]): Promise<string> =>
    run(program, args).then(
      ({ stdout }) => stdout.trim(),
      () => 'does not answer',
    )
  const [version, sans, mono] = await Promise.all([
    said(browser, ['--version', '--no-sandbox']),
    said('fc-match', ['sans-serif', 'family']),
    said('fc-match', ['monospace', 'family']),
  ])
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  return [
    `Node ${process.versions.node} on ${type()} ${release()}, ${availableParallelism()} cores, ${memory}`,
    `${browser}: ${version}`,
    `sans-serif: ${sans}, monospace: ${mono}`,
  ].join('; ')
}
