// A disk that is really full (a small tmpfs in a mount namespace of its own), and callers who send a byte a second: what
// the intake says, and when it ends them. `npm run test:all` runs it. Linux only; needs `unshare` (util-linux).
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { makeTeam } from '../../src/core/sealing/index.ts'
import { openStore } from '../../src/intake/store/open-store.ts'
import { everyRequest, request } from '../intake/store/builders.ts'

const base = mkdtempSync(join(tmpdir(), 'faults-'))
const { recipients, team } = await makeTeam()
const [recipient, recovery] = recipients
const epochs = [{ epoch: 1, recipient, recovery, signer: team.signer, since: '2026-01-01' }]
const keysFile = join(base, 'keys.json')
writeFileSync(
  keysFile,
  JSON.stringify({ v: 2, demo: true, recipients: [recipient, recovery], epochs, members: [] }),
)
const asOwn = process.getuid?.() === 0 ? ['--mount'] : ['--mount', '--user', '--map-root-user']

type Program = { child: ChildProcess; dataDir: string; said: () => string; url: () => Promise<string> }

/** The intake on a disk of its own of so many kB, of which a file called `filler` takes some. */
function startOn(kB: number, fillerKB: number): Program {
  const dataDir = mkdtempSync(join(base, 'data-'))
  const script =
    `mount -t tmpfs -o size=${kB}k none ${dataDir} && head -c ${fillerKB}k /dev/zero > ${dataDir}/filler && ` +
    `exec ${process.execPath} --import tsx tests/intake/http/child.ts`
  const child = spawn('unshare', [...asOwn, 'sh', '-c', script], {
    env: {
      PATH: process.env['PATH'],
      INTAKE_DATA: dataDir,
      KEYS_FILE: keysFile,
      PORT: '0',
      TRUST_PROXY: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      said += part.toString()
    })
  }
  const url = async () => {
    for (let tried = 0; tried < 200; tried++) {
      const address = /"address":"([^"]+)"/.exec(said)?.[1]
      if (address !== undefined) return address
      if (child.exitCode !== null) break
      await wait(100)
    }
    throw new Error(`it did not start: ${said}`)
  }
  return { child, dataDir, said: () => said, url }
}

function check(what: string, isSo: boolean): void {
  console.log(`${isSo ? 'yes' : 'NO '}  ${what}`)
  if (!isSo) process.exitCode = 1
}

async function fullDisk(): Promise<void> {
  const refused = startOn(200, 190)
  await once(refused.child, 'exit')
  check(
    'a full disk is named at the start',
    refused.said().includes('INTAKE_DATA lies on a disk that is full'),
  )

  const { child, dataDir, said, url } = startOn(3_000, 1_500)
  const address = await url()
  const accepted: string[] = []
  const post = async (n: number): Promise<number> => {
    const body = request()
    const { status } = await fetch(`${address}/api/requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.0.${n}.1` },
      body: JSON.stringify(body),
    })
    if (status === 201) accepted.push(body.id)
    return status
  }
  let status = 201
  for (let n = 0; status === 201 && n < 119; n++) status = await post(n)
  check(`after ${accepted.length} requests the disk is full: 503 (${status})`, status === 503)
  const ready = async () => (await fetch(`${address}/readyz`)).status
  check('/readyz says 503', (await ready()) === 503)
  check('/healthz says 200', (await fetch(`${address}/healthz`)).status === 200)
  check('the log says that the disk is full', said().includes('the disk is full: nothing is accepted until'))

  rmSync(`/proc/${child.pid}/root${dataDir}/filler`)
  for (let tried = 0; tried < 50 && (await ready()) !== 200; tried++) await wait(100)
  check('/readyz says 200 when there is room', (await ready()) === 200)
  check('the next request is accepted, without a restart', (await post(200)) === 201)

  const copy = join(base, 'copy')
  child.kill('SIGSTOP')
  cpSync(`/proc/${child.pid}/root${dataDir}`, copy, { recursive: true })
  child.kill('SIGKILL')
  const store = await openStore({ dataDir: copy })
  const there = new Set((await everyRequest(store)).map(one => one.id))
  await store.close()
  const lost = accepted.filter(id => !there.has(id)).length
  check(`${accepted.length} accepted, ${lost} lost`, lost === 0)
}

/** Sends this at once and then a byte each second; gives what it is answered, and after how many seconds it is cut off. */
async function slowly(
  port: number,
  head: string,
  rest: string,
): Promise<{ answer: string; seconds: number }> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  const began = performance.now()
  let answer = ''
  socket.on('data', (part: Buffer) => {
    answer += part.toString()
  })
  socket.on('error', () => undefined) // what is written after the end
  socket.write(head)
  let sent = 0
  const timer = setInterval(() => {
    socket.write(rest.charAt(sent++ % rest.length))
  }, 1_000)
  await once(socket, 'close')
  clearInterval(timer)
  return { answer, seconds: (performance.now() - began) / 1000 }
}

async function slowCallers(): Promise<void> {
  const { child, url } = startOn(10_000, 1)
  const port = Number(new URL(await url()).port)
  const post = 'POST /api/requests HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'
  // HEADERS_MS and WHOLE_REQUEST_MS of src/intake/http/server.ts, and LOOK_MS on top: Node looks so often.
  const cases = [
    { what: 'headers, a byte a second', within: 15, head: 'GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: ' },
    { what: 'nothing at all after half a line', within: 15, head: 'GET /hea', rest: '' },
    { what: 'a body, a byte a second', within: 60, head: `${post}Content-Length: 1000\r\n\r\n` },
  ]
  await Promise.all(
    cases.map(async ({ what, within, head, rest = 'x' }) => {
      const { answer, seconds } = await slowly(port, head, rest)
      const isSo = answer.startsWith('HTTP/1.1 408 ') && seconds >= within - 0.5 && seconds < within + 3
      check(`${what}: ended with ${answer.slice(9, 12) || 'nothing'} after ${seconds.toFixed(1)} s`, isSo)
    }),
  )
  child.kill('SIGKILL')
}

try {
  await Promise.all([fullDisk(), slowCallers()])
} finally {
  await wait(200)
  rmSync(base, { recursive: true, force: true })
}
