import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { Decrypter } from 'age-encryption'
import { readSnapshot } from '../../intake/backup/snapshot.ts'
import { parseConfig } from '../../intake/settings/config.ts'
import { Refused } from '../run.ts'
import { readIdentity } from './identity.ts'

const USAGE = `open FILE --identity KEYFILE        one sealed file
open --request ID --identity KEYFILE  one request of the store that INTAKE_DATA or DATABASE_URL names
  KEYFILE holds the recovery key, or a team key. Prints what was sealed: keep it off the server.`

/** `server.mjs open`: opens one stored request with age-encryption alone, none of our own sealing. See USAGE. */
export async function open(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { identity: { type: 'string' }, request: { type: 'string' } },
  })
  const [file] = positionals
  const identity = await readIdentity(values.identity, USAGE)
  const sealed =
    values.request !== undefined
      ? await fromStore(values.request)
      : file !== undefined
        ? await readFile(file)
        : null
  if (sealed === null) throw new Refused(USAGE)
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  try {
    // The spaces behind it bring every sealed text to one length.
    console.log((await decrypter.decrypt(sealed, 'text')).trimEnd())
  } catch (cause) {
    throw new Refused('It does not open with this identity.', { cause })
  }
}

async function fromStore(id: string): Promise<Uint8Array> {
  const { store } = parseConfig({
    ...process.env,
    NODE_ENV: '',
    KEYS_FILE: process.env['KEYS_FILE'] ?? 'none',
  })
  const row = await readSnapshot(store, db =>
    db.selectFrom('requests').select('sealed').where('id', '=', id).executeTakeFirst(),
  )
  if (row === undefined) throw new Refused(`No request has the id ${id}.`)
  return row.sealed
}
