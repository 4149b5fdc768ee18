import { getPriority } from 'node:os'
import { expect, test } from 'vitest'
import { runProgram } from '../../src/commands/run-program.ts'

const tells = (what: string): Promise<number> =>
  runProgram(process.execPath, ['-e', `process.exitCode = ${what}`])

test('a program’s exit code is told, and 1 where a signal ended it', async () => {
  expect(await tells('7')).toBe(7)
  expect(await tells("(process.kill(process.pid, 'SIGKILL'), 0)")).toBe(1)
})

test.each([0, 3, 19])(
  'one that shall stay behind by %s does, and never further than there is',
  async behind => {
    const told = ['-e', "process.exitCode = require('os').getPriority()"]
    expect(await runProgram(process.execPath, told, {}, behind)).toBe(Math.min(getPriority() + behind, 19))
  },
)
