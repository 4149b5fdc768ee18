import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openStore } from '../../../src/intake/store/open-store.ts'
import { at, publish, request, sealed } from './builders.ts'

vi.mock('#municipality', () => import('../../fixtures/mikkelborg/index.ts'))

test('where the municipality counts a missed talk, it counts, whatever staff note', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'intake-'))
  const store = await openStore({ dataDir })
  onTestFinished(async () => {
    await store.close()
    rmSync(dataDir, { recursive: true })
  })
  const [one] = await publish(store, 'youth-talk', 1)
  const post = request([one!])
  await store.acceptRequest(post, at('2026-01-10'))
  const before = (await store.mailbox(post.mailbox, at('2026-02-02')))?.bookingsLeft
  await store.addNote(post.id, { id: randomUUID(), sealed: sealed(), missed: true }, at('2026-02-02'))
  expect((await store.mailbox(post.mailbox, at('2026-02-02')))?.bookingsLeft).toEqual(before)
})
