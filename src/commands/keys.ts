import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  fromBase64url,
  makeKeyPair,
  makeMember,
  makeTeam,
  memberOf,
  readKeyFile,
  toBase64url,
  unwrapTeamIdentity,
  wrapTeamIdentity,
  writeKeyFile,
  type KeyFile,
} from '../core/sealing/index.ts'
import { calendarHash } from '../core/sealing/calendar-token.ts'
import { teamFile, type TeamFile } from '../intake/team.ts'

// Secret files are readable by their owner only.
const SECRET = { mode: 0o600, flag: 'wx' } as const

/**
 * Makes the keys of a team: `keys.json` (public), the recovery key and one member's key file (secret).
 * Nothing is overwritten.
 * @throws when one of the files is there already
 */
export async function makeKeys(dir: string, memberName: string, demo: boolean): Promise<{ keyFile: string }> {
  await mkdir(dir, { recursive: true })
  const { team, recovery, recipients } = await makeTeam()
  const { key, member } = await makeMember(memberName)
  const file: TeamFile = {
    v: 1,
    demo,
    recipients: [recipients[0], recipients[1]],
    epochs: [{ epoch: 1, recipient: recipients[0], recovery: recipients[1] }],
    members: [
      {
        name: member.name,
        signing: member.member,
        recipient: member.recipient,
        wrapped: [await wrapped(1, team.identity, member.recipient)],
        calendar: calendarHash(key),
      },
    ],
  }
  const keyFile = join(dir, `${fileName(memberName)}.key.json`)
  await writeFile(join(dir, 'recovery.key.txt'), `${recovery.identity}\n`, SECRET)
  await writeFile(keyFile, writeKeyFile(key), SECRET)
  await writeFile(join(dir, 'keys.json'), toText(file), { flag: 'wx' })
  return { keyFile }
}

/** Adds a member: every epoch's team identity is wrapped to the new key too. */
export async function addMember(dir: string, by: KeyFile, name: string): Promise<{ keyFile: string }> {
  const file = await readTeamFile(dir)
  const { key, member } = await makeMember(name)
  const identities = await unwrapAll(file, by)
  const wraps = await Promise.all(identities.map(one => wrapped(one.epoch, one.identity, member.recipient)))
  const keyFile = join(dir, `${fileName(name)}.key.json`)
  await writeFile(keyFile, writeKeyFile(key), SECRET)
  await writeFile(
    join(dir, 'keys.json'),
    toText({
      ...file,
      members: [
        ...file.members,
        {
          name: member.name,
          signing: member.member,
          recipient: member.recipient,
          wrapped: wraps,
          calendar: calendarHash(key),
        },
      ],
    }),
  )
  return { keyFile }
}

/** Removes a member and starts a new epoch with a new team key, wrapped to those who stay. A rebuild must follow. */
export async function removeMember(dir: string, by: KeyFile, name: string): Promise<void> {
  const file = await readTeamFile(dir)
  const staying = file.members.filter(one => one.name !== name)
  if (staying.length === file.members.length) throw new Error(`no member is called "${name}"`)
  if (staying.length === 0) throw new Error('the last member cannot be removed: add another first')
  await unwrapAll(file, by) // who may not open the requests may not change the team
  const team = await makeKeyPair()
  const epoch = Math.max(...file.epochs.map(one => one.epoch)) + 1
  const recovery = file.recipients[1]
  const members = await Promise.all(
    staying.map(async one => ({
      ...one,
      wrapped: [...one.wrapped, await wrapped(epoch, team.identity, one.recipient)],
    })),
  )
  await writeFile(
    join(dir, 'keys.json'),
    toText({
      ...file,
      recipients: [team.recipient, recovery],
      epochs: [...file.epochs, { epoch, recipient: team.recipient, recovery }],
      members,
    }),
  )
}

/** Gives a member of older keys a calendar feed. Members made by `init` and `add` have one. */
export async function addCalendar(dir: string, by: KeyFile): Promise<void> {
  const file = await readTeamFile(dir)
  const { member: signing } = await memberOf(by)
  if (!file.members.some(one => one.signing === signing)) throw new Error('this key file is not of the team')
  const members = file.members.map(one =>
    one.signing === signing ? { ...one, calendar: calendarHash(by) } : one,
  )
  await writeFile(join(dir, 'keys.json'), toText({ ...file, members }))
}

async function unwrapAll(file: TeamFile, by: KeyFile): Promise<{ epoch: number; identity: string }[]> {
  const own = file.members.find(one => one.name === by.name)
  const all = await Promise.all(
    (own?.wrapped ?? []).map(one => unwrapTeamIdentity(fromBase64url(one.sealed), by)),
  )
  const opened = all.filter(one => one !== null)
  if (opened.length !== file.epochs.length)
    throw new Error('this key file does not open every epoch of the team')
  return opened
}

async function wrapped(
  epoch: number,
  identity: string,
  recipient: string,
): Promise<{ epoch: number; sealed: string }> {
  return { epoch, sealed: toBase64url(await wrapTeamIdentity({ epoch, identity }, recipient)) }
}

async function readTeamFile(dir: string): Promise<TeamFile> {
  return teamFile.parse(JSON.parse(await readFile(join(dir, 'keys.json'), 'utf8')))
}

const toText = (file: TeamFile): string => JSON.stringify(file, null, 2) + '\n'
const fileName = (name: string): string => name.toLowerCase().replace(/[^a-zæøå0-9]+/g, '-')

const USAGE = `npm run keys -- init DIR --name NAME
npm run keys -- add DIR --by KEYFILE --name NAME
npm run keys -- remove DIR --by KEYFILE --name NAME
npm run keys -- calendar DIR --by KEYFILE

DIR holds keys.json (public: the intake and the build read it) and the secret key files. Take recovery.key.txt
off this machine at once and keep it on paper in two places. Give each member their own key file and delete it
here. After "init" and "remove": build and start again; after "add" and "calendar": start again. The inbox shows
each member the address of their calendar feed, under "Tider".`

async function main(args: readonly string[]): Promise<number> {
  const [what, dir] = args
  const option = (name: string): string | undefined => {
    const at = args.indexOf(name)
    return at < 0 ? undefined : args[at + 1]
  }
  const name = option('--name')
  const by = option('--by')
  if (!dir || (!name && what !== 'calendar') || (what !== 'init' && !by)) {
    console.error(USAGE)
    return 2
  }
  try {
    if (what === 'init') console.log(`Written: ${(await makeKeys(dir, name ?? '', false)).keyFile}`)
    else {
      const key = readKeyFile(await readFile(by ?? '', 'utf8'))
      if (what === 'add') console.log(`Written: ${(await addMember(dir, key, name ?? '')).keyFile}`)
      else if (what === 'remove') await removeMember(dir, key, name ?? '')
      else if (what === 'calendar') await addCalendar(dir, key)
      else {
        console.error(USAGE)
        return 2
      }
    }
    return 0
  } catch (error) {
    console.error(error instanceof Error ? error.message : 'failed')
    return 1
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  void main(process.argv.slice(2)).then(code => {
    process.exitCode = code
  })
}
