import { parseArgs } from 'node:util'
import { checkChain } from '../../core/audit/chain.ts'
import { type AuditEntry, auditEntry } from '../../core/contract/index.ts'
import { fromLine } from '../../intake/backup/lines.ts'
import { readBackup } from '../../intake/backup/read.ts'
import { Refused } from '../run.ts'
import { readIdentity } from './identity.ts'

const USAGE = `audit BACKUP --identity KEYFILE [--head HASH]
  Checks the log of who did what in a backup: that no line was changed, left out or put in. Prints its head; note it
  elsewhere, and give it to a later check with --head, which then tells a log that was cut off or written anew.`

/**
 * The lines of the log in a backup, the first first.
 * @throws BadBackup when the file does not open or is none of ours
 */
export async function auditIn(file: string, identity: string): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = []
  for await (const line of readBackup(file, identity)) {
    if ('table' in line && line.table === 'audit') entries.push(auditEntry.parse(fromLine(line)))
  }
  return entries.sort((a, b) => a.seq - b.seq)
}

/**
 * What is wrong with a log, as a sentence; null when nothing is.
 * @param noted the hash of a line that was noted before: it must still be in the log
 */
export function faultOf(entries: readonly AuditEntry[], noted: string | null): string | null {
  const verdict = checkChain(entries)
  if (!verdict.ok)
    return `Line ${verdict.broken} does not fit those before it: the log was changed after it was written.`
  if (noted !== null && !entries.some(entry => entry.hash === noted))
    return 'The head that was noted is not in this log: it was cut off, or written anew.'
  return null
}

/** `server.mjs audit`: see USAGE. */
export async function audit(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { identity: { type: 'string' }, head: { type: 'string' } },
  })
  const [file] = positionals
  const identity = await readIdentity(values.identity, USAGE)
  if (file === undefined) throw new Refused(USAGE)
  const entries = await auditIn(file, identity)
  const fault = faultOf(entries, values.head ?? null)
  if (fault !== null) throw new Refused(fault)
  console.log(`${entries.length} lines, none changed. Head: ${entries.at(-1)?.hash ?? 'none'}`)
}
