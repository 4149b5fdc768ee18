import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { createSecureServer, type IncomingHttpHeaders } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Of an answer over HTTP/1.1, what HTTP/2 has no place for (RFC 9113, 8.2.2). */
const ONE_ONLY = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'proxy-connection'])

/**
 * HTTPS and HTTP/2 before a server that speaks neither, as a proxy does in production. The certificate is made for the run by
 * openssl: the browser has to be told to accept it.
 *
 * @param at the port; any that is free where it is not said
 */
export async function startFront(behind: string, at = 0): Promise<{ readonly url: string; stop(): void }> {
  const { key, cert } = await makeCertificate()
  const upstream = new URL(behind)
  const server = createSecureServer({ key, cert, allowHTTP1: true }, (asked, answer) => {
    const passed = request(
      {
        host: upstream.hostname,
        port: upstream.port,
        path: asked.url,
        method: asked.method,
        headers: { ...plain(asked.headers), host: upstream.host },
      },
      back => {
        answer.writeHead(back.statusCode ?? 502, plain(back.headers))
        back.pipe(answer)
      },
    )
    passed.on('error', () => {
      answer.writeHead(502).end()
    })
    asked.pipe(passed)
  })
  server.listen(at, '127.0.0.1')
  await once(server, 'listening')
  // A server that listens on a port has an address of that kind.
  const { port } = server.address() as AddressInfo
  return {
    url: `https://localhost:${port}`,
    stop: () => {
      server.close()
    },
  }
}

function plain(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !name.startsWith(':') && !ONE_ONLY.has(name)),
  )
}

async function makeCertificate(): Promise<{ key: Buffer; cert: Buffer }> {
  const dir = await mkdtemp(join(tmpdir(), 'bench-certificate-'))
  try {
    const [key, cert] = [join(dir, 'key.pem'), join(dir, 'cert.pem')]
    const about = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
    const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1']
    await promisify(execFile)('openssl', ['req', '-x509', ...made, ...about, '-keyout', key, '-out', cert])
    return { key: await readFile(key), cert: await readFile(cert) }
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
