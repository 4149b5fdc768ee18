import { expect, test } from 'vitest'
import { isSameMac } from '../../../src/core/sealing/same-mac.ts'

test('a MAC is another one when any letter differs, the first and the last too, or one is missing', () => {
  const mac = 'kq3v_Zx0'
  expect(isSameMac(mac, 'kq3v_Zx0')).toBe(true)
  for (const at of mac.split('').keys()) {
    const other = mac.slice(0, at) + '!' + mac.slice(at + 1)
    expect([isSameMac(mac, other), isSameMac(other, mac)]).toEqual([false, false])
  }
  for (const [one, two] of [
    [mac, mac.slice(0, -1)],
    [mac.slice(0, -1), mac],
    [mac, `${mac}\0`],
    [`${mac}\0`, mac],
    ['', mac],
  ] as const)
    expect(isSameMac(one, two)).toBe(false)
})
