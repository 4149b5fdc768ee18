import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { Decrypter } from 'age-encryption'
import { readSnapshot } from '../../intake/backup/snapshot.ts'
import { Refused } from '../run.ts'
import { readIdentity } from './identity.ts'
import { MUNICIPALITY, whichStore } from './which-store.ts'

const USAGE = `open FILE --identity KEYFILE        one sealed file
open --request ID --identity KEYFILE  one request of the store that INTAKE_DATA or DATABASE_URL names,
                                      or --municipality NAME of the list that MUNICIPALITIES names
  KEYFILE holds the recovery key, or a team key. Prints what was sealed: keep it off the server.`

/** `server.mjs open`: opens one stored request with age-encryption alone, none of our own sealing. See USAGE. */
export async function open(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...MUNICIPALITY, identity: { type: 'string' }, request: { type: 'string' } },
  })
  const [file] = positionals
  const identity = await readIdentity(values.identity, USAGE)
  const sealed =
    values.request !== undefined
      ? await fromStore(values.request, values.municipality)
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

async function fromStore(id: string, municipality: string | undefined): Promise<Uint8Array> {
  const store = await whichStore(municipality)
  const row = await readSnapshot(store, db =>
    db.selectFrom('requests').select('sealed').where('id', '=', id).executeTakeFirst(),
  )
  if (row === undefined) throw new Refused(`No request has the id ${id}.`)
  return row.sealed
}
