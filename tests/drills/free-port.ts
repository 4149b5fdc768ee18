import { createServer } from 'node:net'

/** Asks the system for a port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        done(address !== null && typeof address === 'object' ? address.port : 0)
      })
    })
  })
}
