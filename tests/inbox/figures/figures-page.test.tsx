// In a document
import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import da from '../../../locales/da/inbox.json'
import { AtDesk } from '../at-desk.tsx'

const { FiguresPage } = await import('../../../src/inbox/figures/figures-page.tsx')

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function show(answer: () => Response): void {
  vi.stubGlobal('fetch', () => Promise.resolve(answer()))
  render(
    <AtDesk>
      <FiguresPage />
    </AtDesk>,
  )
}

test('each week is a line of the table and a bar, and under five is not told apart', async () => {
  const weeks = [
    { from: '2026-01-12', requests: 20, within7: 10, within14: 15, talks: 0 },
    { from: '2026-01-05', requests: null, within7: 0, within14: null, talks: 5 },
    { from: '2025-12-29', requests: 10, within7: null, within14: null, talks: 0 },
  ]
  show(() => Response.json({ weeks }))
  await screen.findByRole('table', { name: da.figures.caption })
  const cells = [...document.querySelectorAll('tbody tr')].map(row =>
    [...row.children].map(cell => cell.textContent),
  )
  expect(cells).toEqual([
    ['Uge 3: 12.-18. januar', '20', '10', '15', '0'],
    ['Uge 2: 5.-11. januar', 'færre end 5', '0', 'færre end 5', '5'],
    ['Uge 1: 29. december - 4. januar', '10', 'færre end 5', 'færre end 5', '0'],
  ])
  expect(screen.getByRole('img', { name: da.figures.chart })).toBeTruthy()
  // The oldest stands left; the greatest is as high as the drawing, and half of it half as high.
  const heights = [...document.querySelectorAll('rect')].map(bar => bar.getAttribute('height'))
  expect(heights).toEqual(['60', '15', '15', '0', '120', '60'])
  // All of week 2, and of week 1 those who were answered.
  expect([...document.querySelectorAll('[data-few]')].map(bar => bar.classList.value)).toEqual([
    'week-soon',
    'week-all',
  ])
  expect([...document.querySelectorAll('svg text')].map(text => text.textContent)).toEqual(['1', '2', '3'])
})

test('of a week whose days have not passed it says "so far"', async () => {
  const from = '2126-01-07' // in a hundred years
  show(() => Response.json({ weeks: [{ from, requests: 8, within7: 5, within14: 5, talks: 0 }] }))
  expect(await screen.findAllByText('5 indtil nu')).toHaveLength(2)
})

test('nothing yet, and no answer, are said in words', async () => {
  show(() => Response.json({ weeks: [] }))
  await screen.findByText(da.figures.none)
  cleanup()
  show(() => new Response('', { status: 503 }))
  await screen.findByText(da.problems.unreachable)
})
