import { expect, test } from 'vitest'
import { socketHandedOver } from '../../../src/intake/http/listen.ts'

test('a socket is taken over only where systemd gave it to this very process', () => {
  expect(socketHandedOver({ LISTEN_PID: '12', LISTEN_FDS: '1' }, 12)).toBe(3)
  expect(socketHandedOver({ LISTEN_PID: '12', LISTEN_FDS: '1' }, 13)).toBeNull()
  expect(socketHandedOver({ LISTEN_PID: '12' }, 12)).toBeNull()
  expect(socketHandedOver({ LISTEN_PID: '12', LISTEN_FDS: '2' }, 12)).toBeNull()
  expect(socketHandedOver({}, 12)).toBeNull()
})
