// In a document
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { copyText } from '../../../src/app/phone/clipboard.ts'
import { canShareText, handOver, shareText } from '../../../src/app/phone/hand-over.ts'

const saved: string[] = []
const share = vi.fn()
const canShare = vi.fn()

function phone(coarse: boolean): void {
  vi.stubGlobal('matchMedia', () => ({ matches: coarse }))
  vi.stubGlobal('navigator', { share, canShare })
}

beforeEach(() => {
  saved.length = 0
  vi.resetAllMocks()
  canShare.mockReturnValue(true)
  share.mockResolvedValue(undefined)
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download)
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})
const give = (): Promise<boolean> => handOver('kalender.ics', 'BEGIN:VCALENDAR', 'text/calendar')

test('a phone that can share files shares it, as a file of its kind', async () => {
  phone(true)
  await give()
  const [{ files }] = share.mock.calls[0] as [{ files: File[] }]
  expect(files.map(file => [file.name, file.type])).toEqual([['kalender.ics', 'text/calendar']])
  expect(saved).toEqual([])
})

test('who thinks better of it is not given it in another way', async () => {
  phone(true)
  share.mockRejectedValue(new DOMException('', 'AbortError'))
  await give()
  expect(saved).toEqual([])
})

test.each([
  [
    'the phone will not after all',
    (): unknown => share.mockRejectedValue(new DOMException('', 'NotAllowedError')),
  ],
  ['the phone shares no such files', (): unknown => canShare.mockReturnValue(false)],
  [
    'it is a computer',
    (): void => {
      phone(false)
    },
  ],
  [
    'nothing can be shared at all',
    (): void => {
      vi.stubGlobal('navigator', {})
    },
  ],
])('it is saved where %s', async (_, refuse) => {
  phone(true)
  refuse()
  await give()
  expect(saved).toEqual(['kalender.ics'])
})

test('where it can neither be shared nor saved that is said', async () => {
  phone(true)
  canShare.mockReturnValue(false)
  vi.stubGlobal('URL', {})
  expect(await give()).toBe(false)
  vi.stubGlobal('File', undefined)
  expect(await give()).toBe(false)
})

test.each([
  ['AbortError', true],
  ['NotAllowedError', false],
])('a text is shared; %s is told as %s', async (name, told) => {
  phone(true)
  expect(canShareText()).toBe(true)
  expect(await shareText('7K2M')).toBe(true)
  expect(share).toHaveBeenCalledWith({ text: '7K2M' })
  share.mockRejectedValue(new DOMException('', name))
  expect(await shareText('7K2M')).toBe(told)
})

test('a text is copied', async () => {
  const writeText = vi.fn(() => Promise.resolve())
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  expect(await copyText('7K2M')).toBe(true)
  expect(writeText).toHaveBeenCalledWith('7K2M')
})
