import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { solve } from '../src/client/proof/solve.ts'
import { PROOF_HEADER } from '../src/core/contract/index.ts'
import type { IntakeProcess } from './intake-process.ts'

export type Call = { method: string; path: string; body?: object; headers?: Record<string, string> }
export type Answer = { status: number; text: string; cookie: string }

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

/** An address in 10.0.0.0/8, as our proxy would say. */
export const somewhere = (): string => `10.${[...randomBytes(3)].join('.')}`
export const token = (): string => randomBytes(32).toString('base64url')

/** Closes the connections that lie idle, so that the program can end. */
export function hangUp(): void {
  agent.destroy()
}

/** One call from an address. @throws Error when the connection breaks. */
export function send(port: number, { method, path, body, headers }: Call, from: string): Promise<Answer> {
  const text = body === undefined ? '' : JSON.stringify(body)
  return new Promise((done, fail) => {
    const all = {
      'x-forwarded-for': from,
      ...(body !== undefined && {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      }),
      ...headers,
    }
    const call = request({ host: 'localhost', port, agent, method, path, headers: all }, answer => {
      let heard = ''
      answer.setEncoding('utf8').on('data', (part: string) => (heard += part))
      answer.on('end', () => {
        const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
        done({ status: answer.statusCode ?? 0, text: heard, cookie })
      })
    })
    call.on('error', fail)
    call.end(text)
  })
}

/** As a phone or the inbox does it: what is asked for is proved, three times at most. */
export async function prove(port: number, call: Call, from: string): Promise<Answer> {
  let answer = await send(port, call, from)
  for (let times = 0; times < 3 && answer.status === 429; times++) {
    const { challenge } = JSON.parse(answer.text) as { challenge?: unknown }
    if (challenge === undefined) return answer
    const proof = (await solve(challenge)) ?? ''
    answer = await send(port, { ...call, headers: { ...call.headers, [PROOF_HEADER]: proof } }, from)
  }
  return answer
}

export type RunningProcess = IntakeProcess & {
  /** Memory that is not swapped out (VmRSS), MB. Linux only. */
  readonly residentMB: () => Promise<number>
  readonly stop: () => Promise<void>
}

/**
 * Starts `intake-process.ts`, or what was bundled of it.
 *
 * @param args its arguments
 * @throws Error when it ends before it listens
 */
export async function startProcess(args: readonly string[], bundle?: string): Promise<RunningProcess> {
  const program =
    bundle === undefined
      ? ['--import', 'tsx', fileURLToPath(new URL('intake-process.ts', import.meta.url))]
      : [bundle]
  const child = spawn(process.execPath, [...program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout })) {
    return {
      ...(JSON.parse(line) as IntakeProcess),
      residentMB: async () => {
        const status = await readFile(`/proc/${child.pid ?? 0}/status`, 'utf8')
        return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1000
      },
      stop: async () => {
        child.kill('SIGKILL')
        await ended
      },
    }
  }
  throw new Error('the intake ended before it listened')
}
