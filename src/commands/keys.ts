// Keys for production: makes a team, and changes who is in it.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makePassphrase, readAnyKey, SealingError, type KeyFile } from '../core/sealing/index.ts'
import { RECOVERY_FILE, TEAM_FILE } from './keys-folder.ts'
import { Refused, runCommand } from './run.ts'
import { unlocked } from './six-words.ts'
import { addCalendar, addMember, makeKeys, removeMember } from './team-keys.ts'

const USAGE = `npm run keys -- init DIR --name NAME
npm run keys -- add DIR --by KEYFILE --name NAME
npm run keys -- remove DIR --by KEYFILE --name NAME
npm run keys -- calendar DIR --by KEYFILE

DIR holds keys.json (public: the intake and the build read it) and the secret key files. KEYFILE is the key file of
a member, NAME the name of the one who comes or goes. A key file is locked with six words, which are printed once;
those of KEYFILE are asked for. docs/operations.md says what each does and what must follow.`

async function main(args: readonly string[]): Promise<void> {
  const { what, dir, name, by } = readCall(args)
  if (what === 'init' && dir && name && !by) {
    const words = makePassphrase()
    const { keyFile } = await makeKeys(dir, name, false, words)
    console.log(`Written:
  ${join(dir, TEAM_FILE)}  public: the build and the intake read it
  ${keyFile}  secret, and locked: for ${name} alone, delete it here
  ${join(dir, RECOVERY_FILE)}  secret: onto paper, into two safes, delete it here
The six words of ${name}, shown only now: ${words}
Then build and start.`)
  } else if (what === 'add' && dir && name && by) {
    const words = makePassphrase()
    const { keyFile } = await addMember(dir, await keyOf(by), name, words)
    console.log(`Written: ${keyFile}, secret, and locked: for ${name} alone, delete it here.
The six words of ${name}, shown only now: ${words}
${join(dir, TEAM_FILE)} is changed: start again with it.`)
  } else if (what === 'remove' && dir && name && by) {
    await removeMember(dir, await keyOf(by), name)
    console.log(
      `${name} is out of ${join(dir, TEAM_FILE)}, and there is a new team key: build and start again, today.`,
    )
  } else if (what === 'calendar' && dir && by && !name) {
    await addCalendar(dir, await keyOf(by))
    console.log(
      `${join(dir, TEAM_FILE)} is changed: start again with it. The inbox shows the address, under "Tider".`,
    )
  } else {
    throw new Refused(USAGE)
  }
}

function readCall(args: readonly string[]): { what?: string; dir?: string; name?: string; by?: string } {
  try {
    const options = { name: { type: 'string' }, by: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
    const [what, dir, ...rest] = positionals
    return rest.length > 0 ? {} : { ...(what && { what }), ...(dir && { dir }), ...values }
  } catch (error) {
    // Node throws a TypeError that names the option it does not know.
    if (error instanceof TypeError) throw new Refused(`${error.message}\n${USAGE}`)
    throw error
  }
}

async function keyOf(path: string): Promise<KeyFile> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    throw new Refused(`${path} cannot be read.`, { cause })
  }
  try {
    const read = readAnyKey(text)
    return 'key' in read ? read.key : await unlocked(read.locked)
  } catch (error) {
    if (error instanceof SealingError) throw new Refused(`${path} is not a key file of a member.`)
    throw error
  }
}

await runCommand(() => main(process.argv.slice(2)))
