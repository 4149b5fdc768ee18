import { expect, test } from 'vitest'
import { TEMPLATE_MAX } from '../../../src/core/sealing/templates.ts'
import { changed, editsSince, firstLong, isLongAt, shownAt } from '../../../src/inbox/templates/edits.ts'
import { builtIn } from '../../../src/inbox/templates/texts.ts'

const place = { id: 'crisis', lang: 'da' } as const

test('a field shows what is being written, else what leaders have, else the page’s own', () => {
  expect(shownAt({}, {}, place)).toBe(builtIn('crisis', 'da'))
  expect(shownAt({ crisis: { da: 'Vores' } }, {}, place)).toBe('Vores')
  expect(shownAt({ crisis: { da: 'Vores' } }, { crisis: { da: '' } }, place)).toBe('')
})

test('kept is what differs from the page’s own, trimmed; an emptied text asks for that again', () => {
  const offered = { crisis: { da: 'Vores', en: 'Ours' }, child: { da: 'Barn' } }
  const edits = { crisis: { da: '  Ny \n', en: '' }, child: { da: builtIn('child', 'da') } }
  expect(changed(offered, edits)).toEqual({ crisis: { da: 'Ny' } })
  expect(changed(offered, {})).toEqual(offered)
})

test('too long is what is too long once it is trimmed, and the first of them is told', () => {
  const most = 'x'.repeat(TEMPLATE_MAX)
  expect(isLongAt({}, { crisis: { da: `${most}  ` } }, place)).toBe(false)
  const edits = { time: { da: `${most}x` }, child: { en: `${most}x`, da: most } }
  expect(firstLong({}, edits)).toEqual({ id: 'child', lang: 'en' })
  expect(firstLong({}, { child: { da: most } })).toBeUndefined()
})

test('what is written on while texts are being saved stays, and only that', () => {
  const sent = { crisis: { da: 'Ny', en: 'New' } }
  const now = { crisis: { da: 'Ny tekst', en: 'New' }, child: { da: 'Barn' } }
  expect(editsSince(sent, now)).toEqual({ crisis: { da: 'Ny tekst' }, child: { da: 'Barn' } })
  expect(editsSince(sent, sent)).toEqual({})
})
