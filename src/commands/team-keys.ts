import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  fromBase64url,
  lockKey,
  makeMember,
  makeTeam,
  makeTeamKey,
  memberName,
  memberOf,
  rescueKey,
  toBase64url,
  unwrapTeamKey,
  wrapTeamKey,
  writeKeyFile,
  type KeyFile,
  type TeamKey,
} from '../core/sealing/index.ts'
import { calendarHash } from '../core/sealing/calendar-token.ts'
import type { Member, TeamFile } from '../intake/staff/team.ts'
import { dayOf } from '../core/calendar/days.ts'
import {
  memberFile,
  readTeamFile,
  RECOVERY_FILE,
  replaceTeamFile,
  TEAM_FILE,
  teamText,
  writeNew,
} from './keys-folder.ts'
import { Refused } from './run.ts'
import { adding, believed, rescueIn, signed } from './team-list.ts'

const SECRET = 0o600
const PUBLIC = 0o644

/**
 * Makes the keys of a team: `keys.json` (public), the recovery key and one member's key file (secret).
 * Nothing is overwritten, and either all are written or none.
 * @param words locks the member's key file; null writes it in the clear, for trying out
 * @throws Refused when one of the files is there already
 */
export async function makeKeys(
  dir: string,
  memberName: string,
  demo: boolean,
  words: string | null = null,
): Promise<{ keyFile: string }> {
  const name = checkedName(memberName)
  await mkdir(dir, { recursive: true })
  const { team, recovery, recipients } = await makeTeam()
  const { key, member } = await newMember(name, [team])
  const first = { ...key, first: member.signing }
  const epoch = epochOf(team, recovery.recipient)
  const { member: rescue } = await memberOf(await rescueKey(recovery.identity))
  const file: TeamFile = {
    v: 2,
    demo,
    recipients: [recipients[0], recipients[1]],
    epochs: [epoch],
    members: [member],
    list: signed([], key, adding(member), { kind: 'epoch', epoch: { ...epoch, rescue } }),
  }
  const keyFile = memberFile(dir, name)
  await writeNew([
    { path: join(dir, RECOVERY_FILE), text: `${recovery.identity}\n`, mode: SECRET },
    { path: keyFile, text: await keyText(first, words), mode: SECRET },
    // Last: anyone who finds it can be sure that the secret keys were written.
    { path: join(dir, TEAM_FILE), text: teamText(file), mode: PUBLIC },
  ])
  return { keyFile }
}

/**
 * Adds a member: every epoch's team identity is wrapped to the new key too.
 * @param words locks the new key file; null writes it in the clear, for trying out
 * @throws Refused when the name is taken, or `by` is not the key of a member who can open every request
 */
export async function addMember(
  dir: string,
  by: KeyFile,
  newName: string,
  words: string | null = null,
): Promise<{ keyFile: string }> {
  const name = checkedName(newName)
  const file = await readTeamFile(dir)
  // The inbox shows names, and `remove` goes by them.
  if (file.members.some(one => one.name.toLowerCase() === name.toLowerCase())) {
    throw new Refused(`A member is called "${name}" already: give the new one another name.`)
  }
  const { key, member } = await newMember(name, await unwrapAll(file, by))
  const list = believed(file, by)
  const changed = {
    ...file,
    members: [...file.members, member],
    list: signed(list, by, adding(member)),
  }
  const keyFile = memberFile(dir, name)
  teamText(changed)
  await writeNew([{ path: keyFile, text: await keyText({ ...key, first: by.first }, words), mode: SECRET }])
  try {
    await replaceTeamFile(dir, changed)
  } catch (error) {
    await rm(keyFile, { force: true })
    throw error
  }
  return { keyFile }
}

async function keyText(key: KeyFile, words: string | null): Promise<string> {
  return words === null ? writeKeyFile(key) : `${JSON.stringify(await lockKey(key, words), null, 2)}\n`
}

/** Removes a member and starts a new epoch with a new team key, wrapped to those who stay. A rebuild must follow. */
export async function removeMember(dir: string, by: KeyFile, name: string): Promise<void> {
  const file = await readTeamFile(dir)
  const leaving = file.members.find(one => one.name === name)
  const staying = file.members.filter(one => one !== leaving)
  if (!leaving) throw new Refused(`No member is called "${name}".`)
  if (staying.length === 0) throw new Refused('The last member cannot be removed: add another first.')
  await unwrapAll(file, by) // who may not open the requests may not change the team
  const list = believed(file, by)
  const team = await makeTeamKey(Math.max(...file.epochs.map(one => one.epoch)) + 1)
  const recovery = file.recipients[1]
  const members = await Promise.all(
    staying.map(async one => ({
      ...one,
      wrapped: [...one.wrapped, await wrapped(team, one.recipient)],
    })),
  )
  const epoch = epochOf(team, recovery)
  const rescue = rescueIn(list)
  await replaceTeamFile(dir, {
    ...file,
    recipients: [team.recipient, recovery],
    epochs: [...file.epochs, epoch],
    members,
    list: signed(
      list,
      by,
      { kind: 'remove', signing: leaving.signing },
      { kind: 'epoch', epoch: { ...epoch, rescue } },
    ),
  })
}

/** Gives a member of older keys a calendar feed. Members made by `init` and `add` have one. */
export async function addCalendar(dir: string, by: KeyFile): Promise<void> {
  const file = await readTeamFile(dir)
  const own = await ownEntry(file, by)
  const members = file.members.map(one => (one === own ? { ...one, calendar: calendarHash(by) } : one))
  await replaceTeamFile(dir, { ...file, members })
}

type Epoch = Pick<TeamKey, 'epoch' | 'identity' | 'signing'>

/** What everybody may know of an epoch that begins today. */
function epochOf({ epoch, recipient, signer }: TeamKey, recovery: string): TeamFile['epochs'][number] {
  return { epoch, recipient, recovery, signer, since: dayOf(Date.now()) }
}

async function newMember(name: string, epochs: readonly Epoch[]): Promise<{ key: KeyFile; member: Member }> {
  const { key, member } = await makeMember(name)
  return {
    key,
    member: {
      name: member.name,
      signing: member.member,
      recipient: member.recipient,
      wrapped: await Promise.all(epochs.map(one => wrapped(one, member.recipient))),
      calendar: calendarHash(key),
    },
  }
}

/** By the key, not the name: a name can be written by anybody. */
async function ownEntry(file: TeamFile, by: KeyFile): Promise<Member> {
  const { member: signing } = await memberOf(by)
  const own = file.members.find(one => one.signing === signing)
  if (!own) throw new Refused(`The key file of "${by.name}" is not of this team.`)
  return own
}

async function unwrapAll(file: TeamFile, by: KeyFile): Promise<Epoch[]> {
  const own = await ownEntry(file, by)
  const all = await Promise.all(own.wrapped.map(one => unwrapTeamKey(fromBase64url(one.sealed), by)))
  const opened = all.filter(one => one !== null)
  const isOurs = (one: TeamKey): boolean =>
    file.epochs.some(({ epoch, recipient }) => epoch === one.epoch && recipient === one.recipient)
  if (opened.length !== file.epochs.length || !opened.every(isOurs)) {
    throw new Refused(`The key file of "${by.name}" does not open every epoch of the team.`)
  }
  return opened
}

async function wrapped(team: Epoch, recipient: string): Promise<Member['wrapped'][number]> {
  return { epoch: team.epoch, sealed: toBase64url(await wrapTeamKey(team, recipient)) }
}

function checkedName(name: string): string {
  const trimmed = name.trim()
  if (!memberName.safeParse(trimmed).success) throw new Refused('A name has 1 to 80 characters.')
  return trimmed
}
