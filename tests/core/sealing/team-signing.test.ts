import { describe, expect, it } from 'vitest'
import { memberName, signer } from '../../../src/core/sealing/index.ts'
import { signers, takenAround } from './made-up.ts'

const faults = (name: string) => memberName.safeParse(name).error?.issues.map(({ message }) => message)

describe('a member’s name', () => {
  it('is something, without spaces around it', () => {
    expect(faults('Åse Prøve')).toBeUndefined()
    for (const name of ['', ' ', ' Åse', 'Åse ']) expect(faults(name)).toEqual(['blank'])
  })

  it('has 80 letters and 120 bytes at most', () => {
    expect(faults('a'.repeat(80))).toBeUndefined()
    expect(faults('a'.repeat(81))).toHaveLength(1)
    expect(faults('漢'.repeat(40))).toBeUndefined()
    expect(faults(`${'漢'.repeat(40)}a`)).toEqual(['name-bytes'])
  })
})

describe('the public half of a signing key', () => {
  it('is of an epoch from 1 to 999,999', () => {
    expect(takenAround(1, 999_999, epoch => signer.safeParse({ ...signers[0], epoch }).success)).toEqual([
      1, 999_999,
    ])
  })
})
