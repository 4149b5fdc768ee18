import { expect, test } from 'vitest'
import { machineOf } from '../../src/commands/test-machine.ts'

test('what tests run in is named: Node, cores, the browser with its version, fonts', async () => {
  const said = await machineOf(process.execPath)
  expect(said).toContain(`Node ${process.versions.node} on `)
  expect(said).toMatch(/ \d+ cores?, \d+ GB; /)
  expect(said).toContain(`${process.execPath}: `)
  expect(said).toMatch(/sans-serif: \S.*, monospace: \S/)
})

test('a program that is not there is no reason to run no test', async () => {
  expect(await machineOf('/nowhere/browser')).toContain('/nowhere/browser: does not answer')
})
