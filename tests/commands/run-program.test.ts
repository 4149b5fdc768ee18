import { expect, test } from 'vitest'
import { runProgram } from '../../src/commands/run-program.ts'

const tells = (what: string): Promise<number> =>
  runProgram(process.execPath, ['-e', `process.exitCode = ${what}`])

test('a program’s exit code is told, and 1 where a signal ended it', async () => {
  expect(await tells('7')).toBe(7)
  expect(await tells("(process.kill(process.pid, 'SIGKILL'), 0)")).toBe(1)
})

test('one that shall stay behind lets others go first', async () => {
  const told = ['-e', "process.exitCode = require('os').getPriority()"]
  // A number that no vitest has that was itself told to stay behind.
  expect(await runProgram(process.execPath, told, {}, 9)).toBe(9)
})
