import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, vi } from 'vitest'
import da from '../../locales/da/inbox.json'
import { IntakeError } from '../../src/inbox/shared/failure.ts'
import type * as reply from '../../src/inbox/model/reply.ts'
import type * as requests from '../../src/inbox/model/requests.ts'
import { keptKeyOf } from '../../src/inbox/session/kept.ts'
import { goesBack } from './goes-back.ts'
import './frames-at-once.ts'
import { noTeam } from './made-up.ts'
import { openSession } from '../../src/inbox/session/session.ts'
import { UNTOUCHED } from '../../src/inbox/session/use-idle.ts'

// Intake and sealing are stood in for: how the page keeps what is being written is looked at here.
// A file of tests imports this first: what comes before it has the real ones.
type Problem = IntakeError['problem'] | null
const standIn = vi.hoisted(() => ({
  list: null as Problem,
  send: null as Problem,
  state: 'opened',
  fetched: 0,
  also: [] as readonly string[],
  erased: '',
}))
vi.mock('../../src/inbox/session/session.ts', () => ({
  openSession: vi.fn(),
  closeSession: () => Promise.resolve(),
  closeSessionHere: () => Promise.resolve(),
}))
vi.mock('../../src/inbox/model/build-info.ts', () => ({
  recipients: [],
  signers: [],
  epochs: [],
  first: null,
}))
vi.mock('../../src/inbox/shared/api.ts', async importActual => ({
  ...(await importActual<object>()),
  call: (name: string, { body }: { body?: { state: string } }) => {
    if (name !== 'move' || !body) {
      const times = { slots: [], tally: {} }
      return answer(standIn.list, { version: 'v', times, failingSince: null })
    }
    standIn.state = body.state
    return Promise.resolve()
  },
}))
vi.mock('../../src/inbox/model/book.ts', async importActual => ({
  ...(await importActual<object>()),
  fetchRequests: (_: unknown, __: unknown, also: readonly string[]) => {
    standIn.fetched++
    standIn.also = also
    const done = { finished: 0, junk: 0 }
    return answer(standIn.list, {
      requests: ['Ida', 'Per'].filter(name => name !== standIn.erased).map(from),
      left: 0,
      done,
    })
  },
}))
vi.mock('../../src/inbox/model/notes.ts', async importActual => ({
  ...(await importActual<object>()),
  prepareNote: () => Promise.resolve({ id: 'n', sealed: 'n' }),
  sendNote: () => Promise.resolve(),
}))
vi.mock('../../src/inbox/model/reply.ts', async importActual => ({
  ...(await importActual<typeof reply>()),
  prepareReply: (_: unknown, requestId: string) => answer(standIn.send, { requestId, id: 'x', sealed: 'x' }),
  prepareNotice: (_: unknown, requestId: string) => answer(standIn.send, { requestId, id: 'x', sealed: 'x' }),
  sendReply: () => answer(standIn.send, undefined),
}))

function answer<Value>(problem: Problem, value: Value): Promise<Value> {
  return problem === null ? Promise.resolve(value) : Promise.reject(new IntakeError(problem))
}

function from(name: string): requests.OpenedRequest {
  const today = new Date().toISOString().slice(0, 10)
  const stored = {
    id: name,
    receivedOn: today,
    state: standIn.state,
    stateOn: '2026-11-02',
    answeredOn: null,
    held: 0,
    messages: [],
    bookings: [],
  }
  const request = { audience: 'adult', wish: 'treatment', substance: 'alcohol', identity: 'named', name }
  const opened = {
    stored,
    envelope: { writtenOn: today, request: { ...request, phone: '12 34 56 78', language: 'da' } },
    thread: { messages: [], gaps: [] },
    signs: [],
    unanswered: 0,
    given: {},
    notes: [],
  }
  // Sound: it holds all that the page reads.
  return opened as unknown as requests.OpenedRequest
}

export const { Inbox } = await import('../../src/inbox/inbox.tsx')
/** What the intake answers, and what it was asked. */
export const intake = standIn

export const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name })
export const field = (): HTMLTextAreaElement => screen.getByLabelText(da.reply.label)
export const words = 'Hej Ida. Vi ringer i morg'

export async function signIn(member: string): Promise<void> {
  const key = { v: 1, name: member, identity: '', signing: member } as const
  const keptKey = await keptKeyOf(key)
  vi.mocked(openSession).mockResolvedValue({
    name: 'Demo',
    member,
    key,
    teams: [noTeam],
    keptKey,
  })
  const file = new File(['{}'], 'key.json')
  fireEvent.change(screen.getByLabelText(da.signIn.file), { target: { files: [file] } })
  fireEvent.click(button(da.signIn.button))
  await screen.findByText(da.signOut)
}

export async function open(who: string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: new RegExp(who) }))
}

/** Signed in as Ida's counsellor, with a reply begun. */
export async function begin(): Promise<void> {
  render(<Inbox />)
  await signIn('anne')
  await open('Ida')
  fireEvent.input(field(), { target: { value: words } })
}

/** Whether the browser would ask before it leaves the page. */
export const leave = (): boolean => {
  const event = new Event('beforeunload', { cancelable: true })
  dispatchEvent(event)
  return event.defaultPrevented
}

/** The touch that wakes the computer comes too late to keep the desk open. */
export async function lock(): Promise<void> {
  const late = Date.now() + UNTOUCHED
  vi.spyOn(Date, 'now').mockReturnValue(late)
  fireEvent.keyDown(document.body, { key: 'a' })
  await screen.findByText(da.problems.locked)
}

/** Each test begins with an intake that answers, and nothing kept. */
export function eachWithNothingKept(): void {
  beforeEach(() => {
    Object.assign(intake, { list: null, send: null, state: 'opened', fetched: 0, erased: '' })
    vi.stubGlobal('scrollTo', () => undefined)
    goesBack()
    // happy-dom has none.
    vi.stubGlobal('reportError', (error: unknown) => {
      throw error
    })
  })
  afterEach(() => {
    cleanup()
    localStorage.clear()
    sessionStorage.clear()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })
}
