import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkChain, NO_LINES, hashOf } from '../../src/core/audit/chain.ts'
import { auditEntry, type AuditEntry } from '../../src/core/contract/index.ts'

/** Five lines as the intake writes them. */
function written(): AuditEntry[] {
  const lines: AuditEntry[] = []
  for (let seq = 1; seq <= 5; seq++) {
    const line = {
      seq,
      hour: '2026-11-02T09',
      who: 'Alva',
      member: 'A'.repeat(43),
      act: 'moved',
      reference: '1a2b3c4d',
      state: 'closed',
      about: seq === 4 ? 'Bo' : null,
    } as const
    lines.push({ ...line, hash: hashOf(lines.at(-1)?.hash ?? NO_LINES, line) })
  }
  return lines
}

test('a log as it was written holds', () => {
  const lines = written()
  expect(checkChain(lines)).toEqual({ ok: true, lines: 5, head: lines[4]!.hash })
  expect(checkChain([])).toEqual({ ok: true, lines: 0, head: NO_LINES })
})

test.each([
  ['who', 'Bo'],
  ['hour', '2026-11-02T10'],
  ['member', 'B'.repeat(43)],
  ['act', 'noted'],
  ['reference', null],
  ['state', 'junk'],
  ['about', 'Eve'],
  ['hash', 'C'.repeat(43)],
  ['seq', 7],
])('a line whose %s was changed is named', (field, value) => {
  const lines = written()
  lines[2] = { ...lines[2]!, [field]: value }
  expect(checkChain(lines)).toEqual({ ok: false, broken: 3 })
})

test('a line left out, put in, or swapped is named', () => {
  const [a, b, c, d, e] = written() as [AuditEntry, AuditEntry, AuditEntry, AuditEntry, AuditEntry]
  expect(checkChain([a, c, d, e])).toEqual({ ok: false, broken: 2 })
  expect(checkChain([a, b, b, c])).toEqual({ ok: false, broken: 3 })
  expect(checkChain([a, c, b])).toEqual({ ok: false, broken: 2 })
})

test('a log that was cut off has another head', () => {
  const lines = written()
  expect(checkChain(lines.slice(0, 4))).toMatchObject({ ok: true, head: lines[3]!.hash })
})

test('a line of before the member concerned was written down keeps its hash, and is read from an old backup', () => {
  const old = { seq: 1, hour: '2026-11-02T09', who: 'Alva', member: 'A'.repeat(43), act: 'member-added' }
  const text = JSON.stringify([NO_LINES, ...Object.values(old), null, null])
  const hash = createHash('sha256').update(text).digest('base64url')
  const line = auditEntry.parse({ ...old, reference: null, state: null, hash })
  expect(line.about).toBeNull()
  expect(checkChain([line])).toMatchObject({ ok: true, head: hash })
  // A name that is put in afterwards is a change like any other.
  expect(checkChain([{ ...line, about: 'Bo' }])).toMatchObject({ ok: false })
})
