// In a document
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { hurry, mend, put, refuse, refuseDatabase, refuseWriting, wholeBrowser } from '../harness/refusing.ts'
import { parts } from '../harness/parts.ts'
import type { Signer } from '../../../src/core/sealing/index.ts'
import danish from '../../../locales/da/replies.json' with { type: 'json' }
import english from '../../../locales/en/replies.json' with { type: 'json' }
import { noNetwork, startRealIntake, type RealIntake } from '../harness/real-intake.ts'

// Every part of the browser that src/app uses, refused in every way. What can be done without it is done: send at once,
// read the answer, leave. eslint.config.js keeps every other file from touching these parts.

const built = vi.hoisted(() => ({
  recipients: ['', ''] as readonly [string, string],
  signers: [] as readonly Signer[],
}))
vi.mock('../../../src/app/build-info.ts', () => built)

type Row = readonly [name: string, refuses: () => void]
const rows: readonly Row[] = [
  ['nothing is refused', () => undefined],
  ...parts.flatMap(([part, ways]) =>
    ways.map((way): Row => [
      `${part} ${way}`,
      () => {
        refuse(part, way)
      },
    ]),
  ),
  [
    'a database that never opens',
    () => {
      refuseDatabase('never answers')
    },
  ],
  [
    'a database that says no',
    () => {
      refuseDatabase('says no')
    },
  ],
  [
    'a database that opens and answers nothing',
    () => {
      refuseWriting('never answers')
    },
  ],
  [
    'a full database',
    () => {
      refuseWriting('full')
    },
  ],
  [
    'a full tab',
    () => {
      put(Storage.prototype, 'setItem', {
        value: () => {
          throw new DOMException('full', 'QuotaExceededError')
        },
      })
    },
  ],
  [
    'site data blocked',
    () => {
      for (const part of ['sessionStorage', 'indexedDB', 'caches', 'navigator.locks'])
        refuse(part, 'throws when asked for')
      refuse('navigator.serviceWorker', 'rejects')
      refuse('BroadcastChannel', 'throws')
    },
  ],
]

/** Only where something never answers is there anything to wait for. */
const isSilent = (name: string): boolean => /never|answers nothing/.test(name)

// Late tries report too, after the test that began them.
const reported = vi.fn()
Object.assign(globalThis, { reportError: reported })

beforeEach(() => {
  vi.resetModules()
  reported.mockClear()
  wholeBrowser()
  put(globalThis, 'indexedDB', { value: new IDBFactory(), writable: true })
  // A tab of its own: nobody has left in it yet.
  sessionStorage.clear()
  window.name = ''
  document.body.innerHTML = '<main></main>'
  document.title = 'Kontakt'
})
afterEach(() => {
  mend()
  vi.unstubAllGlobals()
})

const answers = {
  audience: 'adult',
  wish: 'advice',
  substance: 'alcohol',
  identity: 'anonymous',
  message: 'Hej',
} as const

async function intakeBehindFetch(): Promise<RealIntake> {
  const intake = await startRealIntake()
  built.recipients = intake.recipients
  return intake
}

describe.each(rows)('%s', (name, refuses) => {
  test('leaving goes away', async () => {
    refuses()
    if (isSilent(name)) hurry(5)
    const replace = vi.fn()
    put(location, 'replace', { value: replace })
    const { leave, onLeave, wireLeaving } = await import('../../../src/app/leave/leave.ts')
    expect(wireLeaving()).toBe(true)
    const wiped = vi.fn()
    onLeave(wiped)
    leave()
    await vi.waitFor(() => {
      expect(replace).toHaveBeenCalledWith('/ude.html')
    })
    expect(wiped).toHaveBeenCalled()
    expect(document.body.childElementCount).toBe(0)
    expect(document.title).toBe('\u200b')
    expect(document.documentElement.classList.contains('left')).toBe(true)
  })

  if (/^(navigator\.(clipboard|share|canShare)|File|URL|print|matchMedia)/.test(name))
    test('what cannot be copied, shared, saved or printed is told', async () => {
      refuses()
      if (isSilent(name)) hurry(100)
      vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue(undefined)
      const { copyText } = await import('../../../src/app/phone/clipboard.ts')
      const { canShareText, handOver, shareText } = await import('../../../src/app/phone/hand-over.ts')
      const { canPrint, printPage } = await import('../../../src/app/phone/print.ts')
      expect(await copyText('7K2M')).toBe(!name.startsWith('navigator.clipboard'))
      expect(await handOver('note.txt', '7K2M', 'text/plain')).toBe(!/^(File|URL)/.test(name))
      if (!/^navigator.share (missing|throws when)/.test(name)) expect(canShareText()).toBe(true)
      expect(await shareText('7K2M')).toBe(!name.startsWith('navigator.share'))
      expect(canPrint()).toBe(!/^print (missing|throws when)/.test(name))
      expect(printPage).not.toThrow()
    })

  if (name.startsWith('Intl'))
    test('the words are there, also those that are counted', async () => {
      refuses()
      const { makeT } = await import('../../../src/app/copy/i18n.ts')
      for (const [lang, replies, said] of [
        ['da', danish, '2 svar'],
        ['en', english, '2 replies'],
      ] as const) {
        const t = makeT(lang, { replies })
        expect(t('replies:thread.titleCount', { count: 2 })).toBe(said)
        expect(t('replies:thread.title')).toBe(replies.thread.title)
      }
    })

  // What only the history or the layout of a page asks for has nothing to do with sending, nor has what comes after it.
  if (
    /^(history|navigation|performance|matchMedia|requestIdle|print|URL|File|navigator\.(cl|ca|sh))/.test(name)
  )
    return
  test('a message is sent at once, its answer read, and a draft never stands in the way', async () => {
    await intakeBehindFetch()
    refuses()
    if (isSilent(name)) hurry(5)
    const { deliver } = await import('../../../src/app/request/send.ts')
    const { openByCode, write } = await import('../../../src/app/replies/mailbox.ts')
    const { loadDraft, saveDraft } = await import('../../../src/app/draft/draft.ts')
    const { hasDraft } = await import('../../../src/app/draft/laid.ts')
    const { forgetEverything, whatIsKept } = await import('../../../src/app/offline/forget.ts')
    const { applyUpdate, startUpdates } = await import('../../../src/app/offline/update.ts')
    const { hold, unsaved } = await import('../../../src/app/offline/unsaved.ts')
    const letGo = hold()
    expect(await unsaved()).toBe('here')
    letGo()
    // Whatever is refused, the reload brings the newest there is: nothing is said that nobody knows.
    const reloaded = new Promise(done => {
      put(location, 'reload', { value: done })
    })
    void applyUpdate()
    await reloaded
    void startUpdates()

    const kept = (await saveDraft('{"audience":"adult"}')) === 'kept'
    expect(hasDraft()).toBe(kept)
    expect(await loadDraft()).toBe(kept ? '{"audience":"adult"}' : null)

    const shown = vi.fn<Parameters<typeof deliver>[2]>()
    expect(await deliver(answers, 'da', shown)).toMatchObject({ kind: 'sent' })
    expect(shown).toHaveBeenCalledOnce()
    const opening = await openByCode(shown.mock.calls[0]![0].code)
    if (opening.kind !== 'open') throw new Error(opening.kind)
    expect(await write(opening.mailbox, { text: 'Mere' })).toBe('sent')
    expect(reported).not.toHaveBeenCalled()

    expect(await whatIsKept()).toBeTypeOf('object')
    expect(await forgetEverything()).toBeTypeOf('boolean')
  })
})

describe('where the phone keeps nothing and there is no network', () => {
  test('the message waits in the page, says so, and goes when the network comes', async () => {
    const intake = await intakeBehindFetch()
    intake.answer = noNetwork
    refuseDatabase('says no')
    const { deliver } = await import('../../../src/app/request/send.ts')
    const { flush, standings } = await import('../../../src/app/outbox/outbox.ts')
    expect(await deliver(answers, 'da', vi.fn())).toMatchObject({ kind: 'waiting' })
    expect(await standings()).toMatchObject([{ at: 'waiting', inMemory: true }])
    intake.answer = null
    expect(await flush()).toMatchObject([{ kind: 'sent' }])
    expect(await standings()).toEqual([])
  })

  test('it can be taken back, and nothing of it is sent later', async () => {
    const intake = await intakeBehindFetch()
    intake.answer = noNetwork
    refuseDatabase('says no')
    const { deliver } = await import('../../../src/app/request/send.ts')
    const { flush, standings, withdrawWaiting } = await import('../../../src/app/outbox/outbox.ts')
    await deliver(answers, 'da', vi.fn())
    const [waiting] = await standings()
    expect(await withdrawWaiting(waiting!.id)).toBe('may-have-arrived')
    intake.answer = null
    expect(await flush()).toEqual([])
  })

  test('"forget everything" forgets it', async () => {
    const intake = await intakeBehindFetch()
    intake.answer = noNetwork
    refuseDatabase('says no')
    const { deliver } = await import('../../../src/app/request/send.ts')
    const { forgetEverything } = await import('../../../src/app/offline/forget.ts')
    const { flush } = await import('../../../src/app/outbox/outbox.ts')
    await deliver(answers, 'da', vi.fn())
    await forgetEverything()
    intake.answer = null
    expect(await flush()).toEqual([])
  })
})

test.each(['missing', 'throws', 'never answers'] as const)(
  'a proof is solved on the page where a worker %s',
  async way => {
    vi.doMock('../../../src/client/proof/solve.ts', () => ({ solve: () => Promise.resolve('solved') }))
    hurry(100)
    if (way !== 'never answers') refuse('Worker', way)
    else
      put(globalThis, 'Worker', {
        value: class extends EventTarget {
          postMessage = vi.fn()
          terminate = vi.fn()
        },
      })
    const { solveInWorker } = await import('../../../src/app/proof/index.ts')
    expect(await solveInWorker({})).toBe('solved')
    vi.doUnmock('../../../src/client/proof/solve.ts')
  },
)

test('a database that another window holds is not waited for', async () => {
  hurry(20)
  await new Promise(resolve => {
    indexedDB.open('snak', 1).onsuccess = resolve
  })
  const { dropDatabase } = await import('../../../src/app/kept/database.ts')
  await expect(dropDatabase()).rejects.toThrow('no answer in time')
})
