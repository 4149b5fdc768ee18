// In a document
import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { allCopy } from '../../../src/app/copy/all.ts'
import { CopyContext } from '../../../src/app/copy/copy.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import type { LaterScreens } from '../../../src/app/request/later.ts'

// What comes later, as a weak network gives it.
const fetchLater = vi.fn<() => Promise<LaterScreens>>()
vi.mock('../../../src/app/request/later.ts', () => ({
  laterScreens: { fetch: fetchLater, here: () => null },
  copyOfRequest: ['contact', 'more'],
}))
const { WishScreen } = await import('../../../src/app/request/screens/choices.tsx')

afterEach(cleanup)

const t = makeT('da', allCopy('da'))

function show(wish: 'relatives-course' | 'talk'): void {
  const nothing = (): void => undefined
  render(
    <CopyContext.Provider value={{ lang: 'da', t, today: '2026-11-27' }}>
      <WishScreen
        answers={{ audience: 'relative', concern: 'adult', wish }}
        update={nothing}
        errorOf={() => undefined}
        slots={{ kind: 'loading' }}
        again={nothing}
        decide={nothing}
      />
    </CopyContext.Provider>,
  )
}

test('the days of the course are on their way: that is said in their place', () => {
  fetchLater.mockReturnValue(new Promise(() => undefined))
  show('relatives-course')
  expect(screen.getByRole('status').textContent).toContain(t('request:sendErrors.fetching'))
})

test('the days of the course did not come: that is said in their place, with a way to have them', async () => {
  fetchLater.mockRejectedValue(new Error('no network'))
  show('relatives-course')
  const told = `${t('offline:notLoaded')} ${t('request:sendErrors.otherWay')}`
  expect(await screen.findByText(told)).toBeTruthy()
  expect(screen.getByRole('button', { name: t('request:sendErrors.fetch') })).toBeTruthy()
})

test('who does not ask for the course waits for nothing', () => {
  fetchLater.mockReturnValue(new Promise(() => undefined))
  show('talk')
  expect(screen.queryByRole('status')).toBeNull()
})
