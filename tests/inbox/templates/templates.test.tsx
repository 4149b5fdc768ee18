// In a document at http://localhost/inbox
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { beforeEach, expect, test, vi } from 'vitest'
import da from '../../../locales/da/inbox.json'
import en from '../../../locales/en/inbox.json'
import { toBase64url } from '../../../src/core/sealing/index.ts'
import { languageName } from '../../../src/inbox/shared/language.ts'
import { openTemplates, sealTemplates, TEMPLATE_MAX } from '../../../src/core/sealing/templates.ts'
import { verifyTeam } from '../../../src/core/sealing/team.ts'
import type { TestIntake } from '../../intake/http/intake.ts'
import { AtDesk } from '../at-desk.tsx'
import type { Readable } from '../../../src/inbox/model/requests.ts'
import type { Session } from '../../../src/inbox/session/session.ts'
import type { TeamLooked } from '../../../src/inbox/model/team.ts'
import { aSession, noTeam, opened, slot } from '../made-up.ts'
import { unfold } from '../unfold.ts'
import { momentOf, pageCallsIntake } from '../real-intake.ts'
import { eachOnItsOwnPage } from '../own-page.ts'

const built = vi.hoisted(() => ({ recipients: [] as readonly string[] }))
vi.mock('../../../src/inbox/model/build-info.ts', () => ({
  signers: [],
  epochs: [],
  get recipients() {
    return built.recipients
  },
}))

const { TemplatesForm } = await import('../../../src/inbox/templates/templates-form.tsx')
const { useTemplates, TemplatesContext } = await import('../../../src/inbox/templates/use-templates.ts')
const { ChooseTemplate } = await import('../../../src/inbox/templates/choose-template.tsx')
const { bracketsIn } = await import('../../../src/inbox/templates/filled.ts')
const { SignedOutContext } = await import('../../../src/inbox/shared/signed-out.ts')

let intake: TestIntake
const onChoose = vi.fn()
const onSignedOut = vi.fn()
let looked: TeamLooked
let session: Session

eachOnItsOwnPage()
beforeEach(async () => {
  intake = await pageCallsIntake()
  built.recipients = intake.recipients
  const verdict = verifyTeam(intake.list, intake.list[0]!.by)
  if (!verdict.ok) throw new Error(verdict.why)
  const answer = {
    demo: false,
    entries: [...intake.list],
    wrapped: [],
    calendars: [],
    signedIn: [],
    invites: [],
  }
  looked = { kind: 'there', believed: { ok: true, kept: { team: verdict.team, answer } } }
  // What is sealed to the team opens with the recovery key as well.
  session = aSession({ key: intake.keys.alva, teams: [{ ...noTeam, identity: intake.keys.rescue.identity }] })
})

function Page({ one = opened('a') }: { readonly one?: Readable }) {
  return (
    <AtDesk session={session} slots={[slot('s', '2126-11-27T12:00:00Z', ['a'])]}>
      <SignedOutContext.Provider value={onSignedOut}>
        <With one={one} />
      </SignedOutContext.Provider>
    </AtDesk>
  )
}
function With({ one }: { readonly one: Readable }) {
  const templates = useTemplates(session, looked, onSignedOut)
  return (
    <TemplatesContext.Provider value={templates}>
      <TemplatesForm session={session} />
      <ChooseTemplate opened={one} onChoose={onChoose} />
    </TemplatesContext.Provider>
  )
}
const fields = (lang: string): Promise<HTMLTextAreaElement[]> =>
  screen.findAllByLabelText(new RegExp(`, ${lang}$`))
const write = async (lang: string, at: number, value: string): Promise<void> =>
  void fireEvent.input((await fields(lang))[at]!, { target: { value } })
const press = (name: string): void => {
  unfold()
  fireEvent.click(screen.getByRole('button', { name }))
}
const stored = async () =>
  openTemplates((await intake.store.templates()).sealed ?? '', [intake.keys.rescue.identity])
const crisisOf = (version: number, of: string, key = intake.keys.alva) =>
  sealTemplates({ version, texts: { crisis: { da: of } } }, key, intake.recipients).then(toBase64url)
const at = () => ({ ...momentOf(intake), by: { name: 'Alva', signing: 'A'.repeat(43) } })

test('each text is heard under what it is for, and in its own language', async () => {
  render(<Page />)
  await fields(languageName('da', 'da'))
  const crisis = screen.getByRole('group', { name: da.templates.names.crisis, hidden: true })
  expect(crisis.querySelectorAll('textarea')).toHaveLength(2)
  const english = (await fields(languageName('en', 'da')))[0]
  expect(english?.lang).toBe('en')
  expect(crisis.contains(english ?? null)).toBe(true)
})

test('a leader changes a text, all begin with it, and only what differs from the page is kept', async () => {
  render(<Page />)
  const [crisis] = await fields(languageName('da', 'da'))
  expect(crisis?.value).toMatch(/^Jeg har læst det, du skrev\. Er du i fare nu, så ring 112\./)
  await write(languageName('da', 'da'), 0, ' Jeg læser det nu. ')
  await write(languageName('en', 'da'), 4, 'Your time: [time].')
  await write(languageName('en', 'da'), 3, '')
  press(da.templates.save)
  await screen.findByText(da.templates.saved)
  expect(await stored()).toMatchObject({
    version: 1,
    texts: { crisis: { da: 'Jeg læser det nu.' }, time: { en: 'Your time: [time].' } },
  })
  press(da.templates.names.crisis)
  expect(onChoose).toHaveBeenLastCalledWith('Jeg læser det nu.')
  expect((await fields(languageName('en', 'da')))[3]?.value).toBe(en.templates.texts.elsewhere)
})

test('a text is filled in for the person, in their language; what is not known stays to be filled in', async () => {
  const bookings = [{ id: 'b', requestId: 'a', slotId: 's', kind: 'adult-talk' }] as const
  render(<Page one={opened('a', { request: { language: 'en' }, stored: { bookings: [...bookings] } })} />)
  await fields(languageName('da', 'da'))
  press(da.templates.names.time)
  const [before = '', after = ''] = en.templates.texts.time.split(en.templates.time)
  const chosen = String(onChoose.mock.lastCall?.[0])
  expect([chosen.slice(0, before.length), chosen.slice(-after.length)]).toEqual([before, after])
  expect(chosen.slice(before.length, -after.length)).toMatch(/^\w+ 27.November, .* \(.+\)$/)
  cleanup()
  render(<Page one={opened('a', { request: { language: 'Tigrinya' } })} />)
  await fields(languageName('da', 'da'))
  press(da.templates.names.time)
  expect(bracketsIn(String(onChoose.mock.lastCall?.[0]))).toEqual([da.templates.time])
  press(da.templates.names.child)
  expect(bracketsIn(String(onChoose.mock.lastCall?.[0]))).toEqual([])
})

test('a colleague’s change meanwhile is told, and what was written stays', async () => {
  render(<Page />)
  await write(languageName('da', 'da'), 1, 'Mit udkast.')
  await intake.store.changeTemplates({ from: 0, sealed: await crisisOf(1, 'Kollegas.') }, at())
  press(da.templates.save)
  await screen.findByText(da.problems['templates-changed'])
  await waitFor(async () => {
    expect((await fields(languageName('da', 'da')))[0]?.value).toBe('Kollegas.')
  })
  expect((await fields(languageName('da', 'da')))[1]?.value).toBe('Mit udkast.')
  press(da.templates.save)
  await screen.findByText(da.templates.saved)
  expect((await stored())?.texts).toEqual({ crisis: { da: 'Kollegas.' }, child: { da: 'Mit udkast.' } })
})

test('what no leader signed is not used, and it is said; the next to save takes its place', async () => {
  const sealed = await crisisOf(1, 'Ring til mig på 12 34 56 78.', intake.keys.stranger)
  await intake.store.changeTemplates({ from: 0, sealed }, at())
  render(<Page />)
  await screen.findByText(da.templates.doubt.stranger)
  unfold()
  await screen.findByText(da.templates.own)
  press(da.templates.names.crisis)
  expect(onChoose.mock.lastCall?.[0]).toMatch(/^Jeg har læst det/)
  await write(languageName('da', 'da'), 0, 'Vores.')
  press(da.templates.save)
  await screen.findByText(da.templates.saved)
  await waitFor(() => {
    expect(screen.queryByText(da.templates.doubt.stranger)).toBeNull()
  })
  expect(await stored()).toMatchObject({ version: 2, texts: { crisis: { da: 'Vores.' } } })
})

test('a text that is too long is told and not sent', async () => {
  render(<Page />)
  await write(languageName('da', 'da'), 2, 'x'.repeat(TEMPLATE_MAX + 1))
  await screen.findByText(new RegExp(da.templates.long.split('{{')[0]!))
  press(da.templates.save)
  expect((await intake.store.templates()).version).toBe(0)
})

test('where they cannot be fetched the page’s own are there, and why is said; an ended session is told', async () => {
  const before = globalThis.fetch
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
  render(<Page />)
  await screen.findByText(da.problems.unreachable)
  unfold()
  await screen.findByText(da.templates.own)
  press(da.templates.names.elsewhere)
  expect(onChoose).toHaveBeenLastCalledWith(da.templates.texts.elsewhere)
  cleanup()
  vi.stubGlobal('fetch', before)
  render(<Page />)
  await write(languageName('da', 'da'), 0, 'Nyt.')
  await intake.store.endSessionsOf(intake.list[0]!.by)
  press(da.templates.save)
  await waitFor(() => {
    expect(onSignedOut).toHaveBeenCalled()
  })
})

test('brackets are found, and only such as could be meant', () => {
  expect(bracketsIn('Kom [dag] kl. [tid].')).toEqual(['[dag]', '[tid]'])
  for (const text of ['uden', '[]', '[a\nb]', `[${'x'.repeat(41)}]`]) expect(bracketsIn(text)).toEqual([])
})

test('nobody is doubted while the list of members is on its way', async () => {
  await intake.store.changeTemplates({ from: 0, sealed: await crisisOf(1, 'Vores.') }, at())
  looked = { kind: 'loading' }
  render(<Page />)
  await screen.findByText(da.list.fetching)
  expect(screen.queryByText(da.templates.own)).toBeNull()
  cleanup()
  looked = { kind: 'none' }
  render(<Page />)
  unfold()
  await screen.findByText(da.templates.own)
})

test('what is stored cannot be changed while nobody knows whom to believe: nothing is saved over it', async () => {
  await intake.store.changeTemplates({ from: 0, sealed: await crisisOf(1, 'Vores.') }, at())
  looked = { kind: 'failed', why: 'unreachable' }
  render(<Page />)
  unfold()
  // Who answers is told that these are the page's own.
  await screen.findByText(da.templates.own)
  expect(screen.getByText(da.problems.unreachable)).toBeTruthy()
  expect(screen.queryByRole('button', { name: da.templates.save })).toBeNull()
})
