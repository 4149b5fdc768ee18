import { expect, test, vi } from 'vitest'

vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))

import { found, makeSearchable } from '../../../src/inbox/model/search.ts'
import { opened } from '../made-up.ts'

const ida = opened('a', { request: { identity: 'named', name: 'Ida', phone: '+4520304050' } })
const per = opened('b', { request: { identity: 'named', name: 'Per' } })

test('the same words are looked for in those only that have come since, and other words in all', () => {
  const late = opened('c', { request: { identity: 'named', name: 'Ida Marie' } })
  for (const one of [ida, per, late]) makeSearchable(one)
  expect(found([ida, per], 'ida')).toEqual([ida])

  const looked = vi.spyOn(String.prototype, 'includes')
  expect(found([ida, per, late], 'ida')).toEqual([ida, late])
  expect(looked).toHaveBeenCalledOnce()
  looked.mockRestore()

  expect(found([ida, per, late], 'per')).toEqual([per])
  expect(found([ida, per, late], 'ida')).toEqual([ida, late])
  expect(found([ida, per, late], '2030')).toEqual([ida])
  expect(found([ida, per, late], 'marie ida')).toEqual([late])
})
