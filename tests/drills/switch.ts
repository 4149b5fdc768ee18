// One release is switched for another and back again while people call: nobody may be turned away, and what was accepted
// must be there. Something that holds the port open stands in for systemd, which needs a booted machine; it does as
// `foerste-snak.socket` (sd_listen_fds(3)). Needs python3. Part of `npm run test:all`.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { Agent, request as call } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from '../../src/commands/build.ts'
import { bundleServer } from '../../src/commands/bundle-server.ts'
import { makeKeys } from '../../src/commands/team-keys.ts'
import { openStore } from '../../src/intake/store/open-store.ts'
import { everyRequest, request } from '../intake/store/builders.ts'

const CALLERS = 8
/** So many are accepted by a release before the next switch. */
const SERVED = 50

/** Listens, and starts the program of each line it reads with the socket as descriptor 3; ends the one before first. */
const HOLDER = `
import os, socket, subprocess, sys
s = socket.socket(); s.bind(('127.0.0.1', 0)); s.listen(1024)
fd = s.fileno()
if fd != 3: os.dup2(fd, 3)
os.set_inheritable(3, True)
print(s.getsockname()[1], flush=True)
child = None
for line in sys.stdin:
    if child:
        child.terminate(); print('ended', child.wait(), flush=True)
    if line.strip() == '': break
    child = subprocess.Popen(['sh', '-c', 'LISTEN_PID=$$ LISTEN_FDS=1 exec "$0" "$1"', sys.argv[1], line.strip()], pass_fds=(3,), stdout=subprocess.DEVNULL)
`

async function main(): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'switch-'))
  let holder: ChildProcess | null = null
  try {
    const keysFile = join(dir, 'keys/keys.json')
    await makeKeys(join(dir, 'keys'), 'Alva', true)
    await build({ keysFile, outDir: join(dir, 'site'), version: 'test' })
    // Beside the dependencies, as in a release: SQLite's library is found from there.
    const folders = [join(import.meta.dirname, '../../node_modules/.cache/switch-a'), '']
    folders[1] = folders[0]?.replace('switch-a', 'switch-b') ?? ''
    await bundleServer(folders[0] ?? '')
    await cp(folders[0] ?? '', folders[1], { recursive: true })
    const env = {
      ...process.env,
      INTAKE_DATA: dir,
      KEYS_FILE: keysFile,
      SITE_DIR: join(dir, 'site'),
      TRUST_PROXY: '1',
      NODE_ENV: 'test',
    }
    holder = spawn('python3', ['-c', HOLDER, process.execPath], { env, stdio: ['pipe', 'pipe', 'inherit'] })
    if (!holder.stdin || !holder.stdout) throw new Error('the holder has no pipes')
    const lines = createInterface({ input: holder.stdout })[Symbol.asyncIterator]()
    const port = Number((await lines.next()).value)
    const { stdin } = holder
    const accepted: string[] = []
    const gone: string[] = []
    let isOver = false
    const caller = async (): Promise<void> => {
      while (!isOver) {
        const post = request()
        const status = await postTo(port, post).catch((error: unknown) => String(error))
        if (status === 201) accepted.push(post.id)
        else gone.push(String(status))
        await wait(20)
      }
    }
    stdin.write(`${join(folders[0] ?? '', 'server.mjs')}\n`)
    const callers = Array.from({ length: CALLERS }, caller)
    for (const folder of [folders[1], folders[0]]) {
      await serves(accepted)
      stdin.write(`${join(folder ?? '', 'server.mjs')}\n`)
      const ended = String((await lines.next()).value)
      if (ended !== 'ended 0') throw new Error(`a release did not end well: ${ended}`)
    }
    await serves(accepted)
    isOver = true
    await Promise.all(callers)
    stdin.write('\n')
    await once(holder, 'exit')

    const store = await openStore({ dataDir: dir })
    const there = new Set((await everyRequest(store)).map(({ id }) => id))
    await store.close()
    const lost = accepted.filter(id => !there.has(id))
    console.log(
      `${accepted.length} accepted over two switches, ${gone.length} turned away, ${lost.length} lost`,
    )
    if (gone.length + lost.length > 0) throw new Error([...new Set(gone)].join(', '))
  } finally {
    holder?.kill('SIGKILL')
    await rm(dir, { recursive: true, force: true })
  }
}

/** Resolves when more have been accepted since; the first start takes a while on a busy machine. */
async function serves(accepted: readonly string[]): Promise<void> {
  const before = accepted.length
  while (accepted.length < before + SERVED) await wait(50)
}

/** As nginx calls: a connection may be kept, and one that has ended is not used again. */
const agent = new Agent({ keepAlive: false })

function postTo(port: number, post: object): Promise<number> {
  return new Promise((done, fail) => {
    const headers = {
      'content-type': 'application/json',
      // Everybody has an address of their own, so that no limit is met.
      'x-forwarded-for': `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 256)).join('.')}`,
    }
    const sent = call({ port, agent, method: 'POST', path: '/api/requests', headers }, answer => {
      answer.resume()
      answer.on('end', () => {
        done(answer.statusCode ?? 0)
      })
    })
    sent.on('error', fail)
    sent.end(JSON.stringify(post))
  })
}

await main()
