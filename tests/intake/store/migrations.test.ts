import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { migrationsAsSql } from '../../../src/commands/release/migrations-sql.ts'

/** The beginning of SHA-256 of each one's statements. A new migration stands here once a release has it. */
const FROZEN = {
  'postgres/0001-first.sql': '210f8d748192b215',
  'sqlite/0001-first.sql': 'f9ad90f8d3a94a34',
  'postgres/0002-desk.sql': 'e78f072cfc717efb',
  'sqlite/0002-desk.sql': '7d8e425db06411d8',
  'postgres/0003-audit.sql': 'fc241706e85434f3',
  'sqlite/0003-audit.sql': '5c63d8e8d68726cb',
  'postgres/0004-team.sql': 'e50588fed37b533c',
  'sqlite/0004-team.sql': 'f06d54de418d4abd',
  'postgres/0005-notices.sql': 'd60f7bd51530b41b',
  'sqlite/0005-notices.sql': '3a2881db2b0b2f12',
  'postgres/0006-figures.sql': 'cbd853cf16a9dea0',
  'sqlite/0006-figures.sql': '64980dfa956d33c8',
  'postgres/0007-about.sql': '28a33527b2fbfc41',
  'sqlite/0007-about.sql': '28a33527b2fbfc41',
  'postgres/0008-templates.sql': '27a9a8503bb8ed48',
  'sqlite/0008-templates.sql': '38e6aa40dab7bcbe',
  'postgres/0009-ended.sql': 'aea44657101cb7a1',
  'sqlite/0009-ended.sql': '17d0914e3a00b689',
}

test('a published migration is never changed: what is new is a new one', async () => {
  const hashes = [...(await migrationsAsSql())].map(([path, sql]) => [
    path,
    createHash('sha256').update(sql).digest('hex').slice(0, 16),
  ])
  expect(Object.fromEntries(hashes)).toEqual(FROZEN)
})
