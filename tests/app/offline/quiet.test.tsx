// In a document
import { act, cleanup, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { allCopy } from '../../../src/app/copy/all.ts'
import { CopyContext } from '../../../src/app/copy/copy.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import { sayQuiet } from '../../../src/app/idle/quiet.ts'

vi.mock('../../../src/app/offline/outbox-status.tsx', () => ({ OutboxStatus: () => null }))
vi.mock('../../../src/app/offline/update.ts', () => ({
  onUpdate: () => () => undefined,
  applyUpdate: vi.fn(),
}))
const { Notices } = await import('../../../src/app/offline/notices.tsx')

const t = makeT('da', allCopy('da'))

beforeEach(() => {
  sayQuiet('here')
  render(
    <CopyContext.Provider value={{ lang: 'da', t, today: '2026-11-22' }}>
      <Notices />
    </CopyContext.Provider>,
  )
})
afterEach(cleanup)
const say = (...words: Parameters<typeof sayQuiet>[0][]) =>
  act(() => {
    words.forEach(sayQuiet)
  })
/** A notice gets its words a moment later. */
const said = async (key: 'warned' | 'gone' | 'closing' | 'closed'): Promise<void> => {
  await screen.findByRole('heading', { name: t(`offline:quiet.${key}`) })
  expect(screen.getAllByRole('heading')).toHaveLength(1)
}

test('of replies that were closed by themselves it is said that nothing sent or received is deleted', async () => {
  await say('closing')
  await said('closing')
  await say('closed')
  await said('closed')
  expect(screen.getByText(/Det, du har sendt og fået, er ikke slettet/).textContent).toContain('20 minutter')
})

test.each([
  ['after', ['closed', 'gone']],
  ['before', ['gone', 'closed']],
] as const)('the word about replies tells of both where answers went just %s', async (_, words) => {
  await say(...words)
  await said('closed')
})

test('answers that went without replies are told as deleted', async () => {
  await say('warned')
  await say('gone')
  await said('gone')
})
