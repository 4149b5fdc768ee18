// Follows docs/operations.md literally in an empty folder that stands for two machines: every block that is tagged
// "run" is run in its order by a shell, with real nginx over TLS where it is installed. What only a booted machine
// has (systemctl, useradd, owners) is stood in for; systemctl starts the unit's own command lines.
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { cpSync, readdirSync, symlinkSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { freePort } from '../free-port.ts'
import { callEveryWay, type Proxy, startNginx } from './nginx.ts'
import { blocksOf } from './page-blocks.ts'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../..')

async function main(): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'operations-'))
  const server = join(dir, 'server')
  const build = join(dir, 'build')
  const [port, metrics, tls, plain] = await Promise.all([freePort(), freePort(), freePort(), freePort()])
  let service: ChildProcess | null = null
  let proxy: Proxy | null = null
  try {
    for (const path of [
      'opt',
      'etc/systemd/system',
      'etc/nginx/conf.d',
      'etc/ssl',
      'srv/incoming',
      'var/lib',
      'var/backups',
    ])
      await mkdir(join(server, path), { recursive: true })
    await run('git', ['clone', '--quiet', root, build])
    symlinkSync(join(root, 'node_modules'), join(build, 'node_modules'))
    await standIns(join(dir, 'bin'))

    /** Paths and ports of the page's machine as they are in this folder. */
    const here = (text: string): string =>
      text
        .replace(/(?<![\w.])\/(opt|etc|var|srv)\//g, `${server}/$1/`)
        .replaceAll('127.0.0.1:8080', `127.0.0.1:${port}`)
        .replaceAll('/usr/bin/node', process.execPath)
    const shell = async (text: string, cwd: string): Promise<string> => {
      const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', here(text)], {
        cwd,
        maxBuffer: 1e8,
        env: {
          PATH: `${join(dir, 'bin')}:${process.env['PATH'] ?? ''}`,
          HOME: dir,
          MUNICIPALITY: join(root, 'tests/fixtures/mikkelborg'),
        },
      })
      return stdout
    }

    for (const { tag, text } of blocksOf(await readFile(join(root, 'docs/operations.md'), 'utf8'))) {
      if (tag === null || tag.startsWith('not run')) continue
      console.log(`— ${tag}: ${text.trim().split('\n')[0] ?? ''}`)
      if (tag === 'run: build') {
        const printed = await shell(text, build)
        const recipient = /^age1\S+$/m.exec(printed)?.[0]
        if (recipient !== undefined) {
          // What the page asks to be written by hand.
          const file = join(server, 'etc/foerste-snak/foerste-snak.env')
          const env = here(await readFile(file, 'utf8'))
            .replace(/^BACKUP_RECIPIENT=.*$/m, `BACKUP_RECIPIENT=${recipient}`)
            .replace(/^PORT=.*$/m, `PORT=${port}`)
            .replace(/^METRICS_PORT=.*$/m, `METRICS_PORT=${metrics}`)
          await writeFile(file, env)
          await cp(join(build, 'keys/backup.key.txt'), join(server, 'srv/incoming/backup.key.txt'))
        }
        if (text.includes('release')) {
          for (const file of readdirSync(join(build, 'release')).filter(name => name.endsWith('.tar.gz')))
            cpSync(join(build, 'release', file), join(server, 'srv/incoming', file))
          cpSync(join(build, 'keys/keys.json'), join(server, 'srv/incoming/keys.json'))
        }
      } else if (tag === 'run: server' || tag === 'run: restore') {
        await shell(text.replace(/^nginx -t.*$/m, ''), server)
        if (text.includes('nginx.conf')) {
          const site = await readFile(join(server, 'etc/nginx/conf.d/foerste-snak.conf'), 'utf8')
          await mkdir(join(server, 'nginx'))
          proxy = await startNginx(here(site), join(server, 'nginx'), { service: port, tls, plain })
          if (proxy) {
            await answersInClear(server, plain)
            await callEveryWay(tls)
          } else console.log('nginx is not installed: nothing goes through it')
        }
        if (/systemctl (enable --now|restart) foerste-snak/.test(text)) {
          service = await restart(service, server, here)
          await answers(`http://127.0.0.1:${port}/readyz`)
        }
      } else if (tag === 'run: outside') {
        // Host names of the page lead nowhere here: they are led to the proxy, or where there is none to the service.
        await writeFile(
          join(dir, 'names.mjs'),
          leadNames(proxy === null ? { port } : { port: tls, tls: true }),
        )
        const said = await shell(`export NODE_OPTIONS='--import ${join(dir, 'names.mjs')}'\n${text}`, build)
        console.log(said.trim().split('\n').at(-1))
        const compared = Number(/(\d+) files compared in \d+ answers, 0 differ/.exec(said)?.[1])
        if (!(compared > 50)) throw new Error(said)
      } else throw new Error(`unknown tag: ${tag}`)
    }
    const restored = readdirSync(join(server, 'var/lib/foerste-snak-restored'))
    if (!restored.includes('intake.sqlite')) throw new Error('nothing was restored')
    const counters = await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text()
    if (!counters.includes('foerste_snak_ready')) throw new Error('no counters')
    const written = proxy?.written() ?? []
    if (written.length > 0) throw new Error(`nginx wrote ${written.join('\n')}`)
    console.log('The page was followed to its end.')
  } finally {
    service?.kill()
    proxy?.stop()
    await wait(500)
    await rm(dir, { recursive: true, force: true })
  }
}

/** Programs that only a booted machine has, or that need another user. */
async function standIns(bin: string): Promise<void> {
  await mkdir(bin)
  const scripts: Record<string, string> = {
    systemctl: 'exit 0',
    useradd: 'exit 0',
    chown: 'exit 0',
    chgrp: 'exit 0',
    runuser: 'shift 3; exec "$@"',
    install:
      'args=(); while [ $# -gt 0 ]; do case "$1" in -o|-g) shift 2;; *) args+=("$1"); shift;; esac; done; exec /usr/bin/install "${args[@]}"',
    npm: `[ "$1" = ci ] && exit 0; exec ${join(process.execPath, '..', 'npm')} "$@"`,
  }
  for (const [name, text] of Object.entries(scripts)) {
    await writeFile(join(bin, name), `#!/bin/bash\n${text}\n`)
    await chmod(join(bin, name), 0o755)
  }
}

/** Runs the unit's own lines with its settings, as systemd would: the check first, then the service. */
async function restart(
  before: ChildProcess | null,
  server: string,
  here: (text: string) => string,
): Promise<ChildProcess> {
  if (before !== null) {
    const ended = new Promise(done => before.once('exit', done))
    before.kill('SIGTERM')
    await ended
  }
  const unit = here(await readFile(join(server, 'etc/systemd/system/foerste-snak.service'), 'utf8'))
  const line = (name: string): string[] => new RegExp(`^${name}=(.+)$`, 'm').exec(unit)?.[1]?.split(' ') ?? []
  const settings = await readFile(line('EnvironmentFile')[0] ?? '', 'utf8')
  const env = Object.fromEntries(
    settings
      .split('\n')
      .filter(one => /^[A-Z_]+=/.test(one))
      .map(one => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)]),
  )
  const [checker = '', ...checkArgs] = line('ExecStartPre')
  await run(checker, checkArgs, { env })
  const [program = '', ...args] = line('ExecStart')
  const child = spawn(program, args, { env, stdio: 'inherit' })
  return child
}

async function answers(url: string): Promise<void> {
  for (let tried = 0; ; tried++) {
    const ok = await fetch(url).then(
      answer => answer.ok,
      () => false,
    )
    if (ok) return
    if (tried > 100) throw new Error(`${url} does not answer`)
    await wait(200)
  }
}

/** Port 80 gives what a certificate is fetched by (HTTP-01), and leads everything else to TLS. */
async function answersInClear(server: string, plain: number): Promise<void> {
  const challenge = join(server, 'var/www/acme/.well-known/acme-challenge')
  await mkdir(challenge, { recursive: true })
  await writeFile(join(challenge, 'token'), 'token.thumbprint')
  const at = (path: string) => fetch(`http://127.0.0.1:${plain}${path}`, { redirect: 'manual' })
  const given = await (await at('/.well-known/acme-challenge/token')).text()
  if (given !== 'token.thumbprint') throw new Error(`the challenge is answered with ${given}`)
  const led = await at('/voksne')
  if (led.status !== 301 || !led.headers.get('location')?.startsWith('https://'))
    throw new Error(`port 80 answers ${led.status}`)
}

/** A module that lets `fetch` reach the names of the page on this machine, as DNS would. */
function leadNames({ port, tls = false }: { port: number; tls?: boolean }): string {
  return `
import http from 'node:http'
import https from 'node:https'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
const real = globalThis.fetch
globalThis.fetch = (input, { headers = {}, signal } = {}) => {
  const { hostname, pathname } = new URL(input)
  if (!hostname.endsWith('.example.dk')) return real(input, { headers, signal })
  return new Promise((done, fail) => {
    const options = { host: '127.0.0.1', port: ${port}, path: pathname, headers: { ...headers, Host: hostname }, servername: hostname, rejectUnauthorized: false }
    ${tls ? 'https' : 'http'}.get(options, answer => {
      const parts = []
      answer.on('data', part => parts.push(part))
      answer.on('end', () => {
        const unpack = { gzip: gunzipSync, br: brotliDecompressSync }[answer.headers['content-encoding']] ?? (all => all)
        const kept = answer.headers['retry-after'] ? { 'retry-after': answer.headers['retry-after'] } : {}
        done(new Response(unpack(Buffer.concat(parts)), { status: answer.statusCode, headers: kept }))
      })
    }).on('error', fail)
  })
}
`
}

await main()
