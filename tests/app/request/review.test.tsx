// In a document
import { act, cleanup, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { allCopy } from '../../../src/app/copy/all.ts'
import { CopyContext } from '../../../src/app/copy/copy.ts'
import { makeT } from '../../../src/app/copy/i18n.ts'
import { boxFor } from '../../../src/app/request/honesty-box.tsx'
import { ReviewScreen } from '../../../src/app/request/screens/review.tsx'
import type { Answers } from '../../../src/core/request/index.ts'

const t = makeT('da', allCopy('da'))
const answers: Answers = { audience: 'adult', wish: 'advice', substance: 'alcohol', identity: 'anonymous' }
const nothing = (): undefined => undefined

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

test('a press waits for the heading and the field; what is said before sending follows, never after the button', async () => {
  const send = (): HTMLElement | null => screen.queryByRole('button', { name: t('request:review.send') })
  const box = (): HTMLElement | null => screen.queryByRole('heading', { name: boxFor(answers, t).title })
  render(
    <CopyContext.Provider value={{ lang: 'da', t, today: '2026-11-25' }}>
      <ReviewScreen
        answers={answers}
        update={nothing}
        errorOf={nothing}
        slots={{ kind: 'loading' }}
        again={nothing}
        decide={nothing}
        goTo={nothing}
        newAlias={nothing}
        sending={false}
        wrong={false}
        answeredAbove={null}
        tooOld={false}
      />
    </CopyContext.Provider>,
  )
  screen.getByRole('heading', { level: 1 })
  screen.getByRole('textbox', { name: t('request:review.message') })
  expect(box()).toBeNull()
  expect(send()).toBeNull()
  await act(() => {
    vi.advanceTimersToNextTimer()
  })
  const [said, button] = [box(), send()]
  expect(said).not.toBeNull()
  expect(
    button && said && said.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING,
  ).toBeTruthy()
})
