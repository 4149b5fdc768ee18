import { expect, test, vi } from 'vitest'
import da from '../../../locales/da/inbox.json'
import { tIn } from '../../../src/inbox/shared/copy.ts'
import { opened, slot } from '../made-up.ts'

vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))
const { cancelledWords } = await import('../../../src/inbox/slots/cancelled-words.ts')

const one = slot('t', '2126-11-26T12:00:00Z', ['a', 'b', 'c'])
const [a, b, c] = one.bookings
const requests = [
  opened('a', { request: { alias: 'Blå Kano' } }),
  opened('b', { request: { alias: 'Gul Sten' } }),
]
const words = (result: Pick<Parameters<typeof cancelledWords>[0], 'untold' | 'moved'>): string =>
  cancelledWords(result, { slot: one, date: one.dates[0]! }, requests, tIn('da'), 'da')

test('all who had the time are counted as told, and nobody else is named', () => {
  expect(words({ untold: [], moved: [] })).toMatch(/^Aflyst: .+\. Beskeden er sendt til 3\.$/)
})

test('who got no word is named, and whose request is shut is told of; who has moved is not counted', () => {
  const said = words({ untold: [b!, c!], moved: [a!] })
  expect(said).toMatch(/^Aflyst: /)
  expect(said).not.toContain('Beskeden er sendt')
  expect(said).toContain(`De har ikke fået besked: Gul Sten, ${da.slots.shut}.`)
  expect(said).toContain('Blå Kano havde ikke længere bookingen')
})
