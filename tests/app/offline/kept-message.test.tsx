// In a document
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { allCopy } from '../../../src/app/copy/all.ts'
import { CopyContext } from '../../../src/app/copy/copy.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import { CitizenContext, type Citizen } from '../../../src/app/citizen.ts'
import type { Withdrawn } from '../../../src/app/offline/withdrawn.ts'
import type { Need, Standing } from '../../../src/app/outbox/types.ts'
import { waitingReceipt } from '../harness/receipt.ts'

const outbox = vi.hoisted(() => ({
  flush: vi.fn(),
  tryAgain: vi.fn(),
  withdrawWaiting: vi.fn(),
}))
vi.mock('../../../src/app/outbox/outbox.ts', () => outbox)
const { takeBackReceipt } = vi.hoisted(() => ({ takeBackReceipt: vi.fn() }))
vi.mock('../../../src/app/draft/put-away.ts', () => ({ takeBackReceipt }))
const { KeptMessage } = await import('../../../src/app/offline/kept-message.tsx')
const { onWithdrawn } = await import('../../../src/app/offline/withdrawn.ts')

const t = makeT('da', allCopy('da'))
const reported = vi.fn()
const said: Withdrawn[] = []
let stop: () => unknown = () => undefined

const waits = { id: 'an-id', purpose: 'request', at: 'waiting', inMemory: false, why: null } as const

/** @param receipt the one that is on the page; null where the page is only read, and has none */
function show(standing: Exclude<Standing, { at: 'sent' }> = waits, receipt: string | null = null): void {
  const citizen = receipt === null ? null : { receipt: { ...waitingReceipt(), id: receipt } }
  render(
    <CopyContext.Provider value={{ lang: 'da', t, today: '2026-11-22' }}>
      <CitizenContext.Provider value={citizen as Citizen | null}>
        <KeptMessage standing={standing} />
      </CitizenContext.Provider>
    </CopyContext.Provider>,
  )
}

beforeEach(async () => {
  vi.stubGlobal('reportError', reported)
  takeBackReceipt.mockResolvedValue(undefined)
  stop = onWithdrawn(how => said.push(how))
  show()
  await screen.findByRole('button', { name: t('offline:waiting.now') })
})
afterEach(() => {
  stop()
  said.length = 0
  cleanup()
  vi.resetAllMocks()
})
const press = (name: string): void => {
  fireEvent.click(screen.getByRole('button', { name }))
}

test('a second tap on "yes" does not say that it was sent already, while it is being taken back', async () => {
  // As the outbox answers: what the first tap has removed the second would not find.
  outbox.withdrawWaiting.mockResolvedValueOnce('withdrawn').mockResolvedValue('already-sent')
  press(t('offline:withdraw.button'))
  await screen.findByText(t('offline:withdraw.sure'))
  press(t('offline:withdraw.yes'))
  press(t('offline:withdraw.yes'))
  await waitFor(() => {
    expect(said).toEqual(['withdrawn'])
  })
  expect(outbox.withdrawWaiting).toHaveBeenCalledTimes(1)
  expect(takeBackReceipt).toHaveBeenCalledExactlyOnceWith('an-id', 'withdrawn')
})

test('taking back that fails is said, and is reported', async () => {
  const broken = new Error('the database is gone')
  outbox.withdrawWaiting.mockRejectedValue(broken)
  press(t('offline:withdraw.button'))
  await screen.findByText(t('offline:withdraw.sure'))
  press(t('offline:withdraw.yes'))
  await waitFor(() => {
    expect(reported).toHaveBeenCalledExactlyOnceWith(broken)
  })
  expect(said).toEqual(['failed'])
})

test('trying again says so until the outbox has tried', async () => {
  let end: () => void = () => undefined
  outbox.tryAgain.mockResolvedValue(undefined)
  outbox.flush.mockReturnValue(new Promise<void>(resolve => (end = resolve)))
  press(t('offline:waiting.now'))
  await screen.findByRole('button', { name: t('offline:waiting.trying') })
  end()
  await screen.findByRole('button', { name: t('offline:waiting.now') })
  expect(outbox.tryAgain).toHaveBeenCalledExactlyOnceWith('an-id')
})

test('what may never be sent without the page is not promised, whatever the browser knows', async () => {
  vi.stubGlobal('SyncManager', vi.fn()) // perhaps switched off, or the worker is not there yet
  cleanup()
  show()
  await screen.findByText(t('offline:waiting.kept'))
  vi.unstubAllGlobals()
})

describe('what needs somebody when its own receipt is on the page', () => {
  const needs = (why: Need): void => {
    cleanup()
    show({ id: 'an-id', purpose: 'request', at: 'needs-you', why }, 'an-id')
  }
  const order: string[] = []
  beforeEach(() => {
    order.length = 0
    // The links of the tests before may have been followed: then it is the same page again.
    for (const way of ['assign', 'reload'])
      Object.defineProperty(location, way, { configurable: true, value: () => order.push('another page') })
    outbox.withdrawWaiting.mockImplementation(() => {
      order.push('taken back')
      return Promise.resolve('withdrawn')
    })
  })

  test.each(['conflict', 'erased', 'too-large'] as const)(
    'goes when a new one is to be written (%s)',
    async why => {
      needs(why)
      fireEvent.click(await screen.findByRole('link', { name: t('offline:needs.write') }))
      await waitFor(() => {
        expect(said).toEqual(['withdrawn'])
      })
      expect(outbox.withdrawWaiting).toHaveBeenCalledExactlyOnceWith('an-id')
    },
  )

  test.each(['unacceptable', 'keys-changed'] as const)(
    'goes before the page is fetched again (%s)',
    async why => {
      needs(why)
      fireEvent.click(await screen.findByRole('button', { name: t('offline:needs.fetch') }))
      await waitFor(() => {
        expect(order).toEqual(['taken back', 'another page'])
      })
    },
  )

  test('keeps the page where it cannot be taken back', async () => {
    outbox.withdrawWaiting.mockRejectedValue(new Error('the database is gone'))
    needs('keys-changed')
    fireEvent.click(await screen.findByRole('button', { name: t('offline:needs.fetch') }))
    await waitFor(() => {
      expect(said).toEqual(['failed'])
    })
    await screen.findByRole('button', { name: t('offline:needs.fetch') })
    expect(order).toEqual([])
  })

  test('stays where the page has another receipt, or none', async () => {
    for (const receipt of ['another', null]) {
      order.length = 0
      cleanup()
      show({ id: 'an-id', purpose: 'message', at: 'needs-you', why: 'keys-changed' }, receipt)
      fireEvent.click(await screen.findByRole('button', { name: t('offline:needs.fetch') }))
      await waitFor(() => {
        expect(order).toEqual(['another page'])
      })
    }
  })
})
