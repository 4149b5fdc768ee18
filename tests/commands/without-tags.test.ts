import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { withoutTags } from '../../src/commands/without-tags.ts'

const id = fileURLToPath(import.meta.resolve('age-encryption'))
const { transform } = withoutTags()

test('of the installed library tag recipients are left out, and what else it seals to stays', async () => {
  const lean = transform(await readFile(id, 'utf8'), id) ?? ''
  const taken = [...lean.matchAll(/import \{([^}]+)\} from "\.\/recipients\.js"/g)].map(([, names]) => names)
  expect(taken.join()).not.toContain('Tag')
  expect(taken.join()).toMatch(/HybridRecipient.*X25519Recipient/)
  expect(lean).toContain('left out of this build')
})

test('a library that is written otherwise stops the build, and other files are left alone', () => {
  expect(() => transform('import {TagRecipient} from "./r.js"', id)).toThrow('no longer imports')
  expect(transform('export {}', '/src/app/main.ts')).toBeUndefined()
})
