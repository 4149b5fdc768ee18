// One release is switched for another and back again while people call: nobody may be turned away, and what was accepted
// must be there. Something that holds the port open stands in for systemd, which needs a booted machine; it does as
// `foerste-snak.socket` (sd_listen_fds(3)). Half of them call through nginx with deploy/nginx.conf where it is installed,
// which keeps connections open or does not as that file says; else over connections of their own. Needs python3. Part of
// `npm run test:all`.
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { Agent, request as call } from 'node:http'
import { request as callTls } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { build } from '../../src/commands/build.ts'
import { bundleServer } from '../../src/commands/bundle-server.ts'
import { makeKeys } from '../../src/commands/team-keys.ts'
import { openStore } from '../../src/intake/store/open-store.ts'
import { everyRequest, request } from '../intake/store/builders.ts'
import { freePort } from '../free-port.ts'
import { type Proxy, startNginx } from './nginx.ts'

const CALLERS = 8
/** So many are accepted by a release before the next switch. */
const SERVED = 50
const SWITCHES = Number(process.argv[2] ?? 4)

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
  let proxy: Proxy | null = null
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
    const tls = await freePort()
    proxy = await startProxy(join(dir, 'nginx'), { service: port, tls, plain: await freePort() })
    const throughProxy = (post: object): Promise<number> => postTo({ tls }, post)
    const directly = (post: object): Promise<number> => postTo({ port }, post)
    const ways = [directly, proxy === null ? directly : throughProxy]
    if (proxy === null) console.log('nginx is not installed: nobody calls through it')
    const caller = async (_: unknown, at: number): Promise<void> => {
      const send = ways[at % ways.length] ?? directly
      while (!isOver) {
        const post = request()
        const status = await send(post).catch((error: unknown) => String(error))
        if (status === 201) accepted.push(post.id)
        else gone.push(String(status))
        await wait(20)
      }
    }
    stdin.write(`${join(folders[0] ?? '', 'server.mjs')}\n`)
    const callers = Array.from({ length: CALLERS }, caller)
    for (let at = 1; at <= SWITCHES; at++) {
      const folder = folders[at % 2]
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
      `${accepted.length} accepted over ${SWITCHES} switches, ${gone.length} turned away, ${lost.length} lost`,
    )
    if (gone.length + lost.length > 0) throw new Error([...new Set(gone)].join(', '))
  } finally {
    proxy?.stop()
    holder?.kill('SIGKILL')
    await rm(dir, { recursive: true, force: true })
  }
}

/** Resolves when more have been accepted since; the first start takes a while on a busy machine. */
async function serves(accepted: readonly string[]): Promise<void> {
  const before = accepted.length
  while (accepted.length < before + SERVED) await wait(50)
}

/** nginx with our file and a certificate of its own; null where it is not installed. */
async function startProxy(work: string, ports: Parameters<typeof startNginx>[2]): Promise<Proxy | null> {
  await mkdir(work)
  await promisify(execFile)('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30'],
    ...[
      '-subj',
      '/CN=snak.example.dk',
      '-keyout',
      join(work, 'privkey.pem'),
      '-out',
      join(work, 'fullchain.pem'),
    ],
  ])
  const site = await readFile(join(import.meta.dirname, '../../deploy/nginx.conf'), 'utf8')
  const here = site
    .replaceAll('/etc/ssl/foerste-snak/', `${work}/`)
    // All callers of this drill have one address: the one that each says takes its place, so that no limit is met.
    .replace('X-Forwarded-For $remote_addr', 'X-Forwarded-For $http_x_forwarded_for')
  return startNginx(here, work, ports)
}

/** A phone that calls now and then has no connection open; nginx has, towards the service, when its file says so. */
const agent = new Agent({ keepAlive: false })

function postTo(where: { port: number } | { tls: number }, post: object): Promise<number> {
  return new Promise((done, fail) => {
    const headers = {
      'content-type': 'application/json',
      // Everybody has an address of their own, so that no limit is met.
      'x-forwarded-for': `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 256)).join('.')}`,
      Host: 'snak.example.dk',
    }
    const common = { host: '127.0.0.1', method: 'POST', path: '/api/requests', headers }
    const sent = (
      'tls' in where
        ? callTls({
            ...common,
            port: where.tls,
            agent: false,
            servername: 'snak.example.dk',
            rejectUnauthorized: false,
          })
        : call({ ...common, port: where.port, agent })
    ).on('response', answer => {
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
