import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('no sheet of the inbox looks for something within the whole page: each change would be reckoned anew', async () => {
  const files = await readdir('src/inbox', { recursive: true })
  const sheets = files.filter(file => file.endsWith('.css'))
  expect(sheets.length).toBeGreaterThan(3)
  for (const sheet of sheets) {
    const text = await readFile(join('src/inbox', sheet), 'utf8')
    // On paper nothing changes.
    expect(text.match(/(?:html|body|main|\.page|:root):(?:not\(:)?has\([^)]*\)/g) ?? [], sheet).toEqual([])
  }
})
