import { execFile, spawn } from 'node:child_process'
import { chmod, chown, copyFile, mkdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { request } from '../intake/store/builders.ts'
import { allowedBy, callsIn, familiesIn, traced } from './system-calls.ts'

const run = promisify(execFile)
const deploy = resolve(import.meta.dirname, '../../deploy')
const NOBODY = 65_534

/** A release that is unpacked, with the keys it was built with and an age recipient. */
export type Place = { readonly release: string; readonly keysFile: string; readonly recipient: string }

/**
 * Runs what the units run – check, serve with a request, backup, the list of what was erased – on a Node, and says which
 * calls of the system and kinds of sockets it used that the unit refuses.
 *
 * @param dir an empty folder that others may enter
 */
export async function refusedByUnits(node: string, place: Place, dir: string): Promise<string[]> {
  const data = join(dir, 'data')
  const backups = join(dir, 'backups')
  const traces = join(dir, 'traces')
  for (const folder of [data, backups, traces]) {
    await mkdir(folder)
    await chmod(folder, 0o700)
    if (process.getuid?.() === 0 && folder !== traces) await chown(folder, NOBODY, NOBODY)
  }
  const keysFile = join(dir, 'keys.json')
  await copyFile(place.keysFile, keysFile)
  await chmod(keysFile, 0o644)
  const env = {
    INTAKE_DATA: data,
    KEYS_FILE: keysFile,
    SITE_DIR: join(place.release, 'site'),
    BACKUP_RECIPIENT: place.recipient,
    PORT: '0',
    // As behind foerste-snak.socket where another machine ends TLS.
    HOST: '0.0.0.0',
  }
  const server = (...args: string[]): string[] => [node, join(place.release, 'server.mjs'), ...args]
  const refused: string[] = []
  const look = async (trace: string, unit: string): Promise<void> => {
    const text = await readFile(join(deploy, unit), 'utf8')
    const allowed = await allowedBy(text)
    const families = /^RestrictAddressFamilies=(.+)$/m.exec(text)?.[1]?.split(' ') ?? []
    const calls = await callsIn(trace)
    if (calls.size < 20) throw new Error(`${trace} holds ${calls.size} calls`)
    for (const name of calls) if (!allowed.has(name)) refused.push(`${unit}: ${name}`)
    for (const name of await familiesIn(trace)) if (!families.includes(name)) refused.push(`${unit}: ${name}`)
  }

  const serving = join(traces, 'serve')
  const [program, args] = traced(serving, server('serve'))
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise(done => child.once('exit', done))
  let said = ''
  child.stdout.on('data', (part: Buffer) => (said += part.toString()))
  for (let tried = 0; !said.includes('"address"') && tried < 600; tried++) await wait(100)
  const address = /"address":"([^"]+)"/.exec(said)?.[1]?.replace('0.0.0.0', '127.0.0.1')
  if (address === undefined) throw new Error(`it did not start: ${said}`)
  const body = JSON.stringify(request())
  const headers = { 'content-type': 'application/json' }
  const { status } = await fetch(`${address}/api/requests`, { method: 'POST', headers, body })
  if (status !== 201) throw new Error(`a request was answered ${status}`)
  // While it runs, as the timers do it.
  for (const [unit, name, ...rest] of [
    ['foerste-snak.service', 'check'],
    ['foerste-snak-backup.service', 'backup', '--to', backups],
    ['foerste-snak-erased.service', 'backup', '--to', backups, '--erased'],
  ] as const) {
    const trace = join(traces, `${unit}-${name}`)
    const [by, what] = traced(trace, server(name, ...rest))
    await run(by, what, { env: { ...process.env, ...env } })
    await look(trace, unit)
  }
  // strace itself would let go of it at a signal: the first line begins with the program's own id.
  process.kill(Number((await readFile(serving, 'utf8')).split(' ')[0]), 'SIGTERM')
  await ended
  await look(serving, 'foerste-snak.service')
  return refused
}
