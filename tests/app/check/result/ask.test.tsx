// In a document
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import type { ComponentProps } from 'preact'
import { afterEach, expect, test, vi } from 'vitest'
import { AskThis } from '../../../../src/app/check/result/ask-this.tsx'
import { Ask } from '../../../../src/app/check/result/next-step.tsx'
import { CitizenContext } from '../../../../src/app/citizen.ts'
import { allCopy } from '../../../../src/app/copy/all.ts'
import { CopyContext } from '../../../../src/app/copy/copy.ts'
import { makeT } from '../../../../src/app/copy/i18n.ts'
import { assess } from '../../../../src/core/eligibility/index.ts'

const routed = vi.hoisted(() => vi.fn())
vi.mock('../../../../src/app/router.ts', () => ({ goTo: routed }))

const t = makeT('da', allCopy('da'))
afterEach(() => {
  cleanup()
  vi.clearAllMocks()
})

test('the link in the footer that reads as the button does as the button: the answers come along', () => {
  const update = vi.fn()
  // Sound: the button asks for no more of it.
  const citizen = { answers: {}, update } as unknown as ComponentProps<
    typeof CitizenContext.Provider
  >['value']
  render(
    <CopyContext.Provider value={{ lang: 'da', t, today: '2026-11-26' }}>
      <CitizenContext.Provider value={citizen}>
        <footer>
          <a href="/kontakt">{t('common:links.contact')}</a>
        </footer>
        <Ask situation={{ subject: 'relative' }} />
      </CitizenContext.Provider>
    </CopyContext.Provider>,
  )
  fireEvent.click(screen.getByRole('button'))
  fireEvent.click(screen.getByRole('link'))
  expect(routed.mock.calls).toEqual([['/kontakt'], ['/kontakt']])
  expect(update.mock.calls[1]).toEqual(update.mock.calls[0])
  expect(update.mock.calls[0]?.[0]).toMatchObject({ audience: 'relative' })
})

test('what is open stands in one box, and its questions come along into the message, under what is written', () => {
  const update = vi.fn()
  // Sound: the box asks for no more of it.
  const citizen = { answers: { message: 'Hej' }, update } as unknown as ComponentProps<
    typeof CitizenContext.Provider
  >['value']
  const situation = { subject: 'relative', age: 40, resident: true } as const
  render(
    <CopyContext.Provider value={{ lang: 'da', t, today: '2026-11-26' }}>
      <CitizenContext.Provider value={citizen}>
        <AskThis situation={situation} result={assess(situation, '2026-11-26')} />
      </CitizenContext.Provider>
    </CopyContext.Provider>,
  )
  const asked = screen.getAllByRole('listitem').map(one => one.textContent)
  expect(asked).toEqual([t('check:question.start'), t('check:question.price'), t('check:question.written')])
  fireEvent.click(screen.getByRole('button'))
  expect(update.mock.calls[0]?.[0]).toMatchObject({
    audience: 'relative',
    message: ['Hej', ...asked].join('\n'),
  })
  expect(routed).toHaveBeenCalledWith('/kontakt')
})
