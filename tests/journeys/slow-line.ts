import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'

/** A line between a phone and the intake, as 2G is at the edge of a town. */
export type Line = {
  /** Bytes in a second, in both directions together. */
  readonly rate: number
  /** Milliseconds from one end to the other. */
  readonly delay: number
  /** Each so many packets one is lost, and comes `again` milliseconds later; what follows it on its connection waits. */
  readonly lost: number
  readonly again: number
}

/** 2G, where one packet of ten is lost. */
export const TWO_G: Line = { rate: 8_000, delay: 300, lost: 10, again: 1_000 }

/** What a packet of TCP holds. */
const PACKET = 1_400

/**
 * Puts a slow line before a server on this machine. Lost packets are sent again, as TCP does: nothing is missing in the end,
 * and all of it is late.
 *
 * @returns the port to go to instead
 */
export async function startSlowLine(
  port: number,
  line: Line,
): Promise<{ readonly port: number; stop(): void }> {
  const open = new Set<Socket>()
  let free = 0
  let sent = 0
  /** When the next packet of this size is at the other end. */
  const arrival = (size: number, before: number): number => {
    free = Math.max(free, Date.now()) + (size / line.rate) * 1_000
    const again = ++sent % line.lost === 0 ? line.again : 0
    return Math.max(free + line.delay + again, before)
  }
  const carry = (from: Socket, to: Socket): void => {
    let last = 0
    // One after the other: two timers that end in the same millisecond need not end in their order.
    let before: Promise<void> = Promise.resolve()
    const then = (act: () => void): void => {
      const at = last
      before = before.then(async () => {
        await setTimeout(Math.max(0, at - Date.now()))
        act()
      })
    }
    from.on('data', (data: Buffer) => {
      for (let at = 0; at < data.length; at += PACKET) {
        const packet = data.subarray(at, at + PACKET)
        last = arrival(packet.length, last)
        then(() => to.writable && to.write(packet))
      }
    })
    from.on('end', () => {
      then(() => to.end())
    })
    // The other end hears of it by its own end.
    from.on('error', () => to.destroy())
  }
  const server = createServer(phone => {
    const intake = connect(port, '127.0.0.1')
    for (const end of [phone, intake]) {
      open.add(end)
      end.on('close', () => open.delete(end))
    }
    carry(phone, intake)
    carry(intake, phone)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    // A server that listens on a port has an address of that kind.
    port: (server.address() as AddressInfo).port,
    stop: () => {
      server.close()
      for (const end of open) end.destroy()
    },
  }
}
