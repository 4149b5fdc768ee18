// In a document
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import da from '../../../locales/da/inbox.json'
import type { Readable } from '../../../src/inbox/model/requests.ts'
import { AtDesk } from '../at-desk.tsx'
import { message, opened, slot } from '../made-up.ts'

vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))
const { MeetingList } = await import('../../../src/inbox/requests/list/meeting-list.tsx')

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function show(
  groups: Record<string, readonly Readable[]>,
  slots = [slot('t', '2126-11-26T12:00:00Z', ['abcdef01'])],
  left = 0,
) {
  const none = { crisis: [], late: [], new: [], waiting: [], answered: [], shut: [], finished: [], junk: [] }
  render(
    <AtDesk slots={slots} left={left}>
      <MeetingList groups={{ ...none, ...groups }} />
    </AtDesk>,
  )
}

test('the meeting gets made-up names, references and times, and nothing anybody told or wrote', () => {
  const print = vi.fn()
  vi.stubGlobal('print', print)
  const told = { name: 'Ida Hansen', phone: '20123456', message: 'Hemmeligt', alias: 'Blå Kano' }
  const messages = [message('citizen', 1, { text: 'Også hemmeligt' })]
  show({
    crisis: [
      opened('abcdef01', {
        request: told,
        messages,
        more: { given: { name: 'Bo Hansen', phone: '30123456' } },
      }),
    ],
    answered: [opened('12345678', { request: { ...told, alias: undefined }, stored: { state: 'answered' } })],
    finished: [opened('99999999', { request: told })],
  })
  const table = document.querySelector('#meeting-list')
  const rows = [...(table?.querySelectorAll('tbody tr') ?? [])].map(row =>
    [...row.children].map(cell => cell.textContent.replaceAll(/[\u00a0\u2060]/g, ' ')),
  )
  expect(rows).toEqual([
    [
      'Blå Kano',
      expect.stringContaining('abcd'),
      'Haster',
      `mandag den 2. november 2026`,
      expect.stringContaining('26. november'),
    ],
    ['', expect.stringContaining('1234'), 'Besvaret', '', ''],
  ])
  for (const secret of ['Ida', 'Bo Hansen', '2012', '20 12', '3012', 'emmeligt', '9999'])
    expect(table?.textContent).not.toContain(secret)
  fireEvent.click(screen.getByRole('button', { name: da.list.meeting }))
  expect(print).toHaveBeenCalledOnce()
  expect(table?.getAttribute('data-printed')).toBe('whole')
  dispatchEvent(new Event('afterprint'))
})

test('with nobody to talk of there is nothing to print', () => {
  show({})
  expect(screen.queryByRole('button')).toBeNull()
})

test('nothing is printed for the meeting while some are not open yet', () => {
  show({ new: [opened('abcdef01')] }, [], 1)
  expect(document.querySelector('#meeting-list')).toBeNull()
  cleanup()
  show({ new: [opened('abcdef01')] }, [], 0)
  expect(document.querySelector('#meeting-list')).not.toBeNull()
})
