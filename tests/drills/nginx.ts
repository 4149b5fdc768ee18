// Real nginx with deploy/nginx.conf inside what Debian's own nginx.conf sets, logs among it, on ports of this user's. `NGINX_PROGRAM`
// names the program where it lies elsewhere than Debian puts it.
import { execFile, spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync, watch } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { connect as connectTo } from 'node:http2'
import { request } from 'node:https'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { citizenCalls, staffCalls } from '../../src/core/contract/calls.ts'
import { TEAM_BYTES } from '../../src/intake/http/routes/team.ts'
import { BODY_BYTES } from '../../src/intake/http/server.ts'

const run = promisify(execFile)

export const nginx = [process.env['NGINX_PROGRAM'] ?? '', '/usr/sbin/nginx', '/usr/bin/nginx'].find(
  path => path !== '' && existsSync(path),
)

export type Ports = { readonly service: number; readonly tls: number; readonly plain: number }

export type Proxy = {
  stop(): void
  /** What was written about callers since the start: files made for bodies and answers, though they are gone, and log lines. */
  written(): string[]
}

/**
 * Starts nginx as Debian's package sets it up, with our file in `conf.d`.
 *
 * @param site `deploy/nginx.conf`, its paths led to where this drill has the certificates
 * @param work a folder of its own
 * @returns null where nginx is not installed
 */
export async function startNginx(
  site: string,
  work: string,
  { service, tls, plain }: Ports,
): Promise<Proxy | null> {
  if (nginx === undefined) return null
  const here = site
    .replace(/listen \[::\].*\n/g, '')
    .replaceAll('listen 80;', `listen 127.0.0.1:${plain};`)
    .replaceAll('listen 443 ssl', `listen 127.0.0.1:${tls} ssl`)
    .replaceAll('127.0.0.1:8080', `127.0.0.1:${service}`)
  const temporary = ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  for (const name of temporary) await mkdir(join(work, name), { recursive: true })
  const paths = temporary.map(name => `${name === 'body' ? 'client_body' : name}_temp_path ${work}/${name};`)
  await writeFile(
    join(work, 'nginx.conf'),
    `daemon off; master_process off; pid ${work}/pid; error_log ${work}/error.log;
events { worker_connections 768; }
http { ${paths.join(' ')}
  sendfile on; tcp_nopush on; types_hash_max_size 2048; default_type application/octet-stream;
  ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3; ssl_prefer_server_ciphers on;
  access_log ${work}/access.log; gzip on;
${here} }`,
  )
  await run(nginx, ['-t', '-c', join(work, 'nginx.conf'), '-p', work])
  const files: string[] = []
  const watchers = temporary.map(name =>
    watch(join(work, name), { recursive: false }, (_event, file) => files.push(`${name}/${file ?? '?'}`)),
  )
  const child = spawn(nginx, ['-c', join(work, 'nginx.conf'), '-p', work], { stdio: 'inherit' })
  for (let tried = 0; !(await listens(tls)) && tried < 100; tried++) await wait(50)
  return {
    stop: () => {
      for (const one of watchers) one.close()
      child.kill()
    },
    written: () => {
      const logs = ['access.log', 'error.log'].map(name => join(work, name))
      const lines = logs.filter(log => existsSync(log) && statSync(log).size > 0)
      return [...files, ...lines.map(log => `${log}: ${readFileSync(log, 'utf8').slice(0, 300)}`)]
    },
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise(done => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      done(true)
    }).on('error', () => {
      done(false)
    })
  })
}

/** A call with a body as large as it may be, to the byte. */
type Post = { readonly host: string; readonly path: string; readonly body: Buffer }

const bodyOf = (bytes: number): Buffer => Buffer.from(`{"sealed":"${'a'.repeat(bytes - 13)}"}`)
const CITIZENS: Post = {
  host: 'snak.example.dk',
  path: citizenCalls.sendRequest.path,
  body: bodyOf(BODY_BYTES),
}
const DESKS: Post = {
  host: 'indbakke.example.dk',
  path: staffCalls.changeTeam.path,
  body: bodyOf(TEAM_BYTES),
}

/** As phones, desks and hostile callers call; the service must have seen each whole, and nothing else may be seen of it. */
export async function callEveryWay(tls: number): Promise<void> {
  // The service says what is wrong with each: 413 or 5xx would be the proxy's. It reads no body of who is not signed in.
  for (const [post, refusals] of [
    [CITIZENS, [400, 422]],
    [DESKS, [401, 403]],
  ] as const) {
    const statuses = [
      await postOver1(tls, post, true),
      await postOver1(tls, post, false),
      await postOver2(tls, post, true),
      await postOver2(tls, post, false),
    ]
    const asked = `${post.body.length} bytes to ${post.path}`
    if (!statuses.every(status => refusals.some(one => one === status)))
      throw new Error(`${asked} were answered ${statuses.join(', ')}`)
    const tooLarge = await postOver1(
      tls,
      { ...post, body: Buffer.concat([post.body, Buffer.from(' ')]) },
      true,
    )
    if (tooLarge !== 413) throw new Error(`more than ${asked} was answered ${tooLarge}`)
  }
  // Nobody's name, no TLS at all, and no HTTP: what proxies like to note.
  const stranger = await postOver1(tls, { ...CITIZENS, host: 'stranger.example.dk' }, true)
  if (stranger !== 421) throw new Error(`another name was answered ${stranger}`)
  for (const bytes of [
    'GET / HTTP/1.1\r\nHost: snak.example.dk\r\n\r\n',
    '\u0016\u0003\u0001\u0000\u0005hello',
  ]) {
    await new Promise<void>(done => {
      const socket = connect(tls, '127.0.0.1', () => socket.write(bytes))
      socket
        .on('data', () => undefined)
        .on('error', () => undefined)
        .on('close', () => {
          done()
        })
      socket.setTimeout(2_000, () => socket.destroy())
    })
  }
  await wait(300) // what is watched tells a moment later
}

/** In pieces, as a phone on a bad line sends. @returns the status */
function postOver1(port: number, { host, path, body }: Post, withLength: boolean): Promise<number> {
  return new Promise((done, fail) => {
    const headers = {
      Host: host,
      'content-type': 'application/json',
      ...(withLength && { 'content-length': body.length }),
    }
    const sent = request(
      {
        ...{ host: '127.0.0.1', port, path, method: 'POST', headers },
        ...{ servername: 'snak.example.dk', rejectUnauthorized: false, agent: false },
      },
      answer => {
        answer.resume().on('end', () => {
          done(answer.statusCode ?? 0)
        })
      },
    ).on('error', fail)
    void inPieces(body, piece => sent.write(piece)).then(() => sent.end())
  })
}

function postOver2(port: number, { host, path, body }: Post, withLength: boolean): Promise<number> {
  return new Promise((done, fail) => {
    const session = connectTo(`https://snak.example.dk:${port}`, {
      ...{ host: '127.0.0.1', servername: 'snak.example.dk', rejectUnauthorized: false },
      createConnection: undefined,
      lookup: (_host, _options, found) => {
        found(null, [{ address: '127.0.0.1', family: 4 }])
      },
    } as Parameters<typeof connectTo>[1]).on('error', fail)
    const sent = session.request({
      ':method': 'POST',
      ':path': path,
      ':authority': host,
      'content-type': 'application/json',
      ...(withLength && { 'content-length': body.length }),
    })
    sent.on('error', fail).on('response', headers => {
      sent.resume().on('end', () => {
        session.close()
        done(headers[':status'] ?? 0)
      })
    })
    void inPieces(body, piece => sent.write(piece)).then(() => sent.end())
  })
}

async function inPieces(body: Buffer, write: (piece: Buffer) => void): Promise<void> {
  for (let from = 0; from < body.length; from += 20_000) {
    write(body.subarray(from, from + 20_000))
    await wait(50)
  }
}
