import { expect, test } from 'vitest'
import { makeMember, makeTeam, toBase64url } from '../../../src/core/sealing/index.ts'
import { signEntry, type TeamChange, type TeamEntry } from '../../../src/core/sealing/team-entry.ts'
import { verifyTeam, type Team } from '../../../src/core/sealing/team.ts'
import { sealTemplates, type TemplateTexts } from '../../../src/core/sealing/templates.ts'
import { believeTemplates, openAnswer } from '../../../src/inbox/templates/believe.ts'

const { team: teamKey, recipients } = await makeTeam()
const [alva, bo, carl, eve] = await Promise.all(['Alva', 'Bo', 'Carl', 'Eve'].map(name => makeMember(name)))
type One = NonNullable<typeof alva>
const adding = ({ member }: One, role: 'leader' | 'member'): TeamChange => ({
  kind: 'add',
  member: { name: member.name, signing: member.member, recipient: member.recipient },
  role,
})
const texts: TemplateTexts = { crisis: { da: 'Ring 112.' } }

function teamOf(...changes: TeamChange[]): Team {
  const list = [adding(alva!, 'leader'), adding(bo!, 'leader'), adding(carl!, 'member'), ...changes].reduce<
    TeamEntry[]
  >((all, one) => [...all, signEntry(all, one, alva!.key, '2026-01-01')], [])
  const verdict = verifyTeam(list, alva!.member.member)
  if (!verdict.ok) throw new Error(verdict.why)
  return verdict.team
}
async function from(who: One, said = 1) {
  const sealed = toBase64url(await sealTemplates({ version: 1, texts }, who.key, recipients))
  return openAnswer({ version: said, sealed }, [teamKey.identity])
}

test('what a leader wrote is used', async () => {
  expect(believeTemplates(await from(bo!), teamOf())).toEqual({ texts, doubt: null, offered: texts })
})

test('nothing changed is nothing to doubt', async () => {
  const nothing = await openAnswer({ version: 0, sealed: null }, [])
  expect(believeTemplates(nothing, teamOf())).toEqual({ texts: {}, doubt: null, offered: {} })
  expect(believeTemplates(nothing, null)).toMatchObject({ doubt: null })
})

test('a member, a stranger, and whoever signed in place of somebody are not believed', async () => {
  for (const who of [carl!, eve!])
    expect(believeTemplates(await from(who), teamOf())).toEqual({ texts: {}, doubt: 'stranger', offered: {} })
  expect(believeTemplates(await from(bo!), null).doubt).toBe('stranger')
  expect(believeTemplates(await openAnswer({ version: 1, sealed: 'AAAA' }, []), teamOf()).doubt).toBe(
    'stranger',
  )
  // An old one that is handed out under a newer number.
  expect(believeTemplates(await from(bo!, 2), teamOf()).doubt).toBe('stranger')
})

test('what somebody wrote who leads no more is offered to leaders, and used by nobody', async () => {
  const signing = bo!.member.member
  const demoted = teamOf({ kind: 'role', signing, role: 'member' })
  expect(believeTemplates(await from(bo!), demoted)).toEqual({ texts: {}, doubt: 'former', offered: texts })
  const removed = teamOf({ kind: 'remove', signing })
  expect(believeTemplates(await from(bo!), removed).doubt).toBe('former')
  // One who became leader later, and is it no more.
  const carls = carl!.member.member
  const later = teamOf(
    { kind: 'role', signing: carls, role: 'leader' },
    { kind: 'role', signing: carls, role: 'member' },
  )
  expect(believeTemplates(await from(carl!), later).doubt).toBe('former')
})
