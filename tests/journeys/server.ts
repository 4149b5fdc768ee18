import { spawn, type ChildProcess } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../free-port.ts'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
/** Built once by the global set-up, with demo keys beside it. `BUILT_DIR`: a place of its own, for two runs at once. */
export const builtDir = process.env['BUILT_DIR'] ?? join(root, 'node_modules/.cache/journeys')

/**
 * `npm start` as one file, which the set-up makes: it answers in half of the time that reading its sources takes. It lies
 * where SQLite is found beside it.
 */
export const program = join(root, 'node_modules/.cache/journeys-program', basename(builtDir), 'server.mjs')

/** A program that only tests lives for a minute: what V8 would compile ahead beside it, nobody comes to use. */
const brief = ['--no-opt', '--single-threaded']

export type TestServer = {
  readonly url: string
  readonly port: number
  readonly dataDir: string
  /** The member's key file to sign in to the inbox with. */
  readonly keyFile: string
  /** What the server has printed: its log. */
  readonly log: () => string
  stop(signal?: NodeJS.Signals): Promise<void>
  /** Starts again on the same port with the same data. */
  restart(env?: Record<string, string>): Promise<void>
}

/**
 * The real program on a port of its own with a data folder of its own, serving the site that the set-up built.
 * @param env more settings, e.g. `DATABASE_URL`, or `SITE_DIR` for another build
 * @param project whose program: this one's, or a copy's, which is read from its sources
 */
export async function startServer(env: Record<string, string> = {}, project?: string): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'foerste-snak-'))
  await cp(join(builtDir, 'keys'), dataDir, { recursive: true })
  const port = await freePort()
  let printed = ''
  let child: ChildProcess | null = null

  const start = async (more: Record<string, string> = {}): Promise<void> => {
    const args = project ? ['--import', 'tsx', join(project, 'src/commands/start.ts')] : [...brief, program]
    child = spawn(process.execPath, args, {
      cwd: project ?? root,
      env: {
        ...process.env,
        NODE_ENV: '',
        SKIP_BUILD: '1',
        INTAKE_DATA: dataDir,
        SITE_DIR: join(builtDir, 'site'),
        PORT: String(port),
        HOST: '127.0.0.1',
        ...env,
        ...more,
      },
    })
    const started = child
    await new Promise<void>((done, fail) => {
      const read = (part: Buffer): void => {
        printed += part.toString()
        if (printed.includes('/inbox')) done()
      }
      started.stdout?.on('data', read)
      started.stderr?.on('data', read)
      started.on('exit', code => {
        fail(new Error(`the server ended with ${code}:\n${printed}`))
      })
    })
    printed = printed.replaceAll('/inbox', '(inbox)')
  }

  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    const running = child
    child = null
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    running.removeAllListeners('exit')
    const ended = new Promise(done => running.once('exit', done))
    running.kill(signal)
    await ended
  }

  await start()
  return {
    url: `http://localhost:${port}`,
    port,
    dataDir,
    keyFile: join(dataDir, 'demo.key.json'),
    log: () => printed,
    stop,
    restart: async more => {
      await stop()
      await start(more)
    },
  }
}

/** Stops a server and removes its data. */
export async function dispose(server: TestServer): Promise<void> {
  await server.stop('SIGKILL')
  await rm(server.dataDir, { recursive: true, force: true })
}
