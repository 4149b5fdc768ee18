// In a document
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
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
type Problem = IntakeError['problem'] | null
const intake = vi.hoisted(() => ({
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
      return answer(intake.list, { version: 'v', times, failingSince: null })
    }
    intake.state = body.state
    return Promise.resolve()
  },
}))
vi.mock('../../src/inbox/model/book.ts', async importActual => ({
  ...(await importActual<object>()),
  fetchRequests: (_: unknown, __: unknown, also: readonly string[]) => {
    intake.fetched++
    intake.also = also
    const done = { finished: 0, junk: 0 }
    return answer(intake.list, {
      requests: ['Ida', 'Per'].filter(name => name !== intake.erased).map(from),
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
  prepareReply: (_: unknown, requestId: string) => answer(intake.send, { requestId, id: 'x', sealed: 'x' }),
  prepareNotice: (_: unknown, requestId: string) => answer(intake.send, { requestId, id: 'x', sealed: 'x' }),
  sendReply: () => answer(intake.send, undefined),
}))

function answer<Value>(problem: Problem, value: Value): Promise<Value> {
  return problem === null ? Promise.resolve(value) : Promise.reject(new IntakeError(problem))
}

function from(name: string): requests.OpenedRequest {
  const today = new Date().toISOString().slice(0, 10)
  const stored = {
    id: name,
    receivedOn: today,
    state: intake.state,
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

const { Inbox } = await import('../../src/inbox/inbox.tsx')

const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name })
const field = (): HTMLTextAreaElement => screen.getByLabelText(da.reply.label)
const words = 'Hej Ida. Vi ringer i morg'

async function signIn(member: string): Promise<void> {
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

async function open(who: string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: new RegExp(who) }))
}

/** Signed in as Ida's counsellor, with a reply begun. */
async function begin(): Promise<void> {
  render(<Inbox />)
  await signIn('anne')
  await open('Ida')
  fireEvent.input(field(), { target: { value: words } })
}

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

/** Whether the browser would ask before it leaves the page. */
const leave = (): boolean => {
  const event = new Event('beforeunload', { cancelable: true })
  dispatchEvent(event)
  return event.defaultPrevented
}

/** The touch that wakes the computer comes too late to keep the desk open. */
async function lock(): Promise<void> {
  const late = Date.now() + UNTOUCHED
  vi.spyOn(Date, 'now').mockReturnValue(late)
  fireEvent.keyDown(document.body, { key: 'a' })
  await screen.findByText(da.problems.locked)
}

test('the desk can be locked at any time, at once: nothing of anybody is left, nor the way to take something back', async () => {
  render(<Inbox />)
  await signIn('anne')
  await open('Ida')
  fireEvent.click(screen.getByLabelText(da.state['handed-over']))
  fireEvent.click(button(da.detail.stateSave))
  await screen.findByRole('button', { name: da.close.undo })
  fireEvent.click(screen.getAllByRole('button', { name: da.detail.back })[0]!)
  await screen.findByText(/Ida/, { selector: '.taken > [role=status]' })
  fireEvent.click(button(da.lock))
  await screen.findByText(da.problems.left)
  expect(document.body.textContent).not.toMatch(/Ida|Per/)
  expect(screen.queryByText(da.problems.kept)).toBeNull()
  await signIn('anne')
  await screen.findByRole('heading', { level: 1, name: da.list.title })
  expect(screen.queryByRole('button', { name: da.close.undo })).toBeNull()
})

test.each(['lock', 'signOut'] as const)(
  '%s: what has the focus lets go of it before it is taken out of the page',
  async way => {
    render(<Inbox />)
    await signIn('anne')
    const search = await screen.findByRole('searchbox')
    const there: boolean[] = []
    search.addEventListener('blur', () => there.push(search.isConnected))
    search.focus()
    fireEvent.click(button(da[way]))
    await waitFor(() => {
      expect(search.isConnected).toBe(false)
    })
    expect(there).toEqual([true])
  },
)

describe('a reply under way', () => {
  test('stays when a time limit is confirmed and the list cannot be fetched after it', async () => {
    await begin()
    const before = field()
    intake.list = 'unreachable'
    fireEvent.click(button(/^Bekræft /))
    await screen.findByText(da.confirm.sent)
    await screen.findByText(da.problems.stale, { exact: false })
    expect(field()).toBe(before)
    expect(field().value).toBe(words)

    intake.list = null
    fireEvent.click(button(da.list.again))
    await waitFor(() => {
      expect(screen.queryByText(da.problems.stale, { exact: false })).toBeNull()
    })
    expect(field().value).toBe(words)
  })

  test('is there again after the list and another request, and the list says so', async () => {
    await begin()
    fireEvent.click(button(da.detail.back))
    expect(await screen.findAllByText(da.list.begun)).toHaveLength(1)
    await open('Per')
    expect(field().value).toBe('')
    fireEvent.click(button(da.detail.back))
    await open('Ida')
    expect(field().value).toBe(words)
  })

  test('is there when the same member signs in again after the session ran out, where they were', async () => {
    await begin()
    intake.send = 'not-signed-in'
    fireEvent.click(button(da.reply.button))
    await screen.findByText(da.problems.kept)
    intake.send = null
    await signIn('anne')
    await waitFor(() => {
      expect(field().value).toBe(words)
    })
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Ida')

    fireEvent.click(button(da.reply.button))
    await screen.findByText(da.reply.sent)
    expect(field().value).toBe('')
  })

  test('is not shown to another member who signs in, and is there again for the one who wrote it', async () => {
    await begin()
    intake.send = 'not-signed-in'
    fireEvent.click(button(da.reply.button))
    await screen.findByText(da.problems.kept)
    await signIn('bent')
    expect(screen.queryByText(da.problems.kept)).toBeNull()
    await open('Ida')
    expect(field().value).toBe('')
    // Closing the page would lose a colleague's words as well.
    expect(leave()).toBe(true)
    fireEvent.click(button(da.signOut))
    await screen.findByText(da.problems.kept)
    await signIn('anne')
    await waitFor(() => {
      expect(field().value).toBe(words)
    })
    // What the same member has signed out of is gone.
    fireEvent.click(button(da.signOut))
    fireEvent.click(button(da.leave.out))
    expect(screen.queryByText(da.problems.kept)).toBeNull()
    expect(leave()).toBe(false)
  })

  test('is asked about when the member signs out: it can be kept under a lock, or goes', async () => {
    await begin()
    fireEvent.click(button(da.signOut))
    expect(document.activeElement).toBe(screen.getByText(da.leave.ask))
    // What it is, and the way there.
    fireEvent.click(button('Ida'))
    expect(screen.queryByText(da.leave.ask)).toBeNull()
    expect(field().value).toBe(words)
    fireEvent.click(button(da.signOut))
    fireEvent.click(button(da.leave.stay))
    expect(document.activeElement).toBe(button(da.signOut))
    expect(field().value).toBe(words)
    fireEvent.click(button(da.signOut))
    fireEvent.click(button(da.leave.lock))
    await screen.findByText(da.problems.left)
    await screen.findByText(da.problems.kept)
    await signIn('anne')
    await waitFor(() => {
      expect(field().value).toBe(words)
    })
    fireEvent.click(button(da.signOut))
    fireEvent.click(button(da.leave.out))
    expect(screen.queryByText(da.problems.kept)).toBeNull()
    await signIn('anne')
    await open('Ida')
    expect(field().value).toBe('')
  })

  test('is looked for though staff may be done with it, and holds nobody back once it was erased', async () => {
    await begin()
    fireEvent.click(button(da.detail.back))
    await screen.findAllByText(da.list.begun)
    fireEvent.click(button(da.lock))
    await screen.findByText(da.problems.kept)
    // Withdrawn meanwhile: nothing leads to what was begun for it any more.
    intake.erased = 'Ida'
    await signIn('anne')
    await screen.findAllByText(/Per/)
    expect(intake.also).toEqual(['Ida'])
    expect(leave()).toBe(false)
    fireEvent.click(button(da.signOut))
    expect(screen.queryByText(da.leave.ask)).toBeNull()
  })

  test('a state that is chosen and chosen back leaves nothing to ask about', async () => {
    render(<Inbox />)
    await signIn('anne')
    await open('Ida')
    fireEvent.click(screen.getByLabelText(da.state['handed-over']))
    expect(leave()).toBe(true)
    fireEvent.click(screen.getByLabelText(da.state.opened))
    expect(leave()).toBe(false)
  })

  test('makes the browser ask before the page is left, and only while it is there', async () => {
    await begin()
    expect(leave()).toBe(true)
    fireEvent.click(button(da.reply.button))
    await screen.findByText(da.reply.sent)
    expect(leave()).toBe(false)
  })

  test('is there when the desk has locked itself and the same member unlocks it, where they were', async () => {
    await begin()
    await lock()
    expect(document.body.textContent).not.toMatch(/Ida|Per/)
    expect(document.title).toBe(da.title)
    await signIn('anne')
    await waitFor(() => {
      expect(field().value).toBe(words)
    })
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Ida')
  })

  test('of two who leave the desk open in turn, each has their own again, a chosen state too', async () => {
    await begin()
    fireEvent.click(screen.getByLabelText(da.state.answered))
    await lock()
    await signIn('bent')
    await open('Ida')
    expect(field().value).toBe('')
    expect(screen.getByLabelText<HTMLInputElement>(da.state.answered).checked).toBe(false)
    fireEvent.input(field(), { target: { value: 'Kære Ida' } })
    await lock()
    await signIn('anne')
    await waitFor(() => {
      expect(field().value).toBe(words)
    })
    expect(screen.getByLabelText<HTMLInputElement>(da.state.answered).checked).toBe(true)
    await lock()
    await signIn('bent')
    await waitFor(() => {
      expect(field().value).toBe('Kære Ida')
    })
  })

  /** What the tab keeps, once it has kept something. */
  const keptInTab = async (): Promise<string> => {
    document.dispatchEvent(new Event('visibilitychange'))
    await waitFor(() => {
      expect(sessionStorage.length).toBe(1)
    })
    return JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage), document.cookie])
  }
  /** The page is loaded again in the same tab. */
  const load = (type: NavigationTimingType): void => {
    cleanup()
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type } as unknown as PerformanceEntry])
    render(<Inbox />)
  }

  test('lies in no storage in the clear, and in none once signed out', async () => {
    await begin()
    // What is sealed is left out: three letters of chance can spell a name.
    const kept = (await keptInTab()).replace(/[\w+/=-]{16,}/g, '')
    expect(kept).toContain('sealed')
    for (const word of ['Hej', 'Ida', 'Vi ringer']) expect(kept).not.toContain(word)
    fireEvent.click(button(da.signOut))
    fireEvent.click(button(da.leave.out))
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0])
  })

  test('is there after F5 when the same member signs in, where they were and in their language', async () => {
    await begin()
    fireEvent.click(button('English'))
    await keptInTab()
    load('reload')
    fireEvent.click(await screen.findByRole('button', { name: 'Dansk' }))
    await signIn('anne')
    await waitFor(() => {
      expect(field().value).toBe(words)
    })
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Ida')
  })

  test('outlives F5 while another member is at the desk, who does not see it', async () => {
    await begin()
    await keptInTab()
    load('reload')
    await screen.findByText(da.problems.kept)
    await signIn('bent')
    await open('Ida')
    expect(field().value).toBe('')
    await keptInTab()
    fireEvent.click(button(da.signOut))
    load('reload')
    await signIn('anne')
    await waitFor(() => {
      expect(field().value).toBe(words)
    })
  })

  test('is gone for whoever comes to the page anew', async () => {
    await begin()
    await keptInTab()
    load('navigate')
    expect([screen.queryByText(da.problems.kept), sessionStorage.length]).toEqual([null, 0])
    await signIn('anne')
    await open('Ida')
    expect(field().value).toBe('')
  })

  test('is lost with F5 where the browser keeps nothing, or something else lies there', async () => {
    await begin()
    await keptInTab()
    sessionStorage.setItem('inbox-kept', '{')
    load('back_forward')
    await signIn('anne')
    await open('Ida')
    expect(field().value).toBe('')
  })
})

test('the title tells how many are new, nobody’s name, and nothing once signed out', async () => {
  intake.state = 'new'
  render(<Inbox />)
  await signIn('anne')
  await waitFor(() => {
    expect(document.title).toBe(da.titleNew.replace('{{n}}', '2'))
  })
  button('English').focus()
  fireEvent.click(button('English'))
  await waitFor(() => {
    expect(document.title).toBe('(2) Inbox')
  })
  // Who chose by mistake goes back with the same key.
  expect(document.activeElement).toBe(button('Dansk'))
  fireEvent.click(button('Sign out'))
  expect(document.title).toBe('Inbox')
})

test('coming back to the list fetches it anew', async () => {
  await begin()
  const fetched = intake.fetched
  fireEvent.click(button(da.detail.back))
  await waitFor(() => {
    expect(intake.fetched).toBe(fetched + 1)
  })
})

test('a request that is gone is said to be gone, and its reply is not lost from sight', async () => {
  await begin()
  intake.send = 'not-found'
  fireEvent.click(button(da.reply.button))
  await screen.findByText(da.reply.gone)
  expect(field().value).toBe(words)
})

test('the state that was saved is still said when the list has come anew, with the focus where it was', async () => {
  await begin()
  const save = button(da.detail.stateSave)
  save.focus()
  const fetched = intake.fetched
  fireEvent.click(screen.getByLabelText(da.state.closed))
  fireEvent.click(screen.getByLabelText(da.close.reasons.helped))
  fireEvent.click(save)
  const said = da.detail.stateSaved.replace('{{state}}', da.state.closed)
  await screen.findByText(said)
  await waitFor(() => {
    expect(intake.fetched).toBe(fetched + 1)
  })
  await Promise.resolve()
  expect(screen.getByText(said)).toBeTruthy()
  expect(document.activeElement).toBe(button(da.detail.stateSave))
})
