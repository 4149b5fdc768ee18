import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

const copyOf = async (path: string): Promise<string> =>
  readFile(new URL(`../../locales/${path}.json`, import.meta.url), 'utf8')

// store/contract-erasure.ts holds the store to the same: the mailbox's days, and the closed days only when later.
test.each(['da', 'en'])(
  'the texts in %s name both periods, and the mailbox’s as the one that erases',
  async lang => {
    const { keep } = JSON.parse(await copyOf(`${lang}/privacy`)) as { keep: Record<string, string> }
    const told = Object.values(keep).join(' ')
    expect(told).toMatch(/\{\{retention\.mailboxDays\}\}.*\{\{retention\.closedDays\}\}/s)
    // Staff see the day itself, which is counted with both, and what puts it off.
    expect(await copyOf(`${lang}/inbox`)).toMatch(
      /"until": "[^"]*\{\{day\}\}[^"]*\{\{retention\.mailboxDays\}\}/,
    )
  },
)
