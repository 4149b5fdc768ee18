import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { leanAge } from '../../src/commands/lean-age.ts'

const id = fileURLToPath(import.meta.resolve('age-encryption'))

/** What the lean library still takes of its recipients. */
const taken = async (side: 'citizen' | 'inbox'): Promise<string> => {
  const lean = leanAge(side).transform(await readFile(id, 'utf8'), id) ?? ''
  expect(lean).toContain('left out of this build')
  return [...lean.matchAll(/import \{([^}]+)\} from "\.\/recipients\.js"/g)].map(([, names]) => names).join()
}

test('of the installed library tags are left out, of the citizens also passphrases, and what else it seals to stays', async () => {
  const [citizen, inbox] = [await taken('citizen'), await taken('inbox')]
  for (const names of [citizen, inbox]) {
    expect(names).not.toContain('Tag')
    expect(names).toMatch(/HybridRecipient.*X25519Recipient/)
  }
  expect(citizen).not.toContain('Scrypt')
  expect(inbox).toContain('ScryptIdentity, ScryptRecipient')
})

test('a library that is written otherwise stops the build, and other files are left alone', () => {
  const { transform } = leanAge('citizen')
  expect(() => transform('import {TagRecipient} from "./r.js"', id)).toThrow('no longer imports TagRecipient')
  expect(transform('export {}', '/src/app/main.ts')).toBeUndefined()
})
