import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programsOf, webkit } from '../../src/commands/engines.ts'
import { PATIENCE, type EnginePhone, type Tab } from './tab.ts'
import { freePort } from '../free-port.ts'

/** The name WebDriver gives an element in its answers. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

/**
 * A phone with WebKit. Driven browsers of WebKitGTK keep nothing on disk (`MiniBrowser --automation` has no profile), so
 * one that is closed has forgotten everything.
 */
export async function newWebkitPhone(): Promise<EnginePhone> {
  const [driver, browser, screenProgram] = (await programsOf(webkit)) as [string, string, string]
  const home = await mkdtemp(join(tmpdir(), 'webkit-'))
  const programs: ChildProcess[] = []
  let session: string | null = null

  const screen = spawn(
    screenProgram,
    ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  )
  programs.push(screen)
  const [display] = (await once(screen.stdio[3]!, 'data')) as [Buffer]
  const port = await freePort()
  programs.push(
    spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: `:${display.toString().trim()}`,
        LANG: 'C.UTF-8',
        // There is no screen card, and its own cage needs rights that a machine for tests does not give.
        LIBGL_ALWAYS_SOFTWARE: '1',
        WEBKIT_DISABLE_COMPOSITING_MODE: '1',
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
        GIO_USE_VFS: 'local',
        XDG_DATA_HOME: join(home, 'data'),
        XDG_CACHE_HOME: join(home, 'cache'),
        XDG_CONFIG_HOME: join(home, 'config'),
      },
    }),
  )

  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const { value } = (await answer.json()) as { value: unknown }
    if (!answer.ok)
      throw new Error(`${method} ${path.replace(/^\/session\/[^/]+/, '')}: ${JSON.stringify(value)}`)
    return value
  }
  const end = async (): Promise<void> => {
    if (session !== null) await call('DELETE', session).catch(() => undefined)
    session = null
  }
  return {
    async newTab() {
      await end()
      await ready(() => call('GET', '/status'))
      const made = (await call('POST', '/session', {
        capabilities: {
          alwaysMatch: {
            browserName: 'MiniBrowser',
            'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
          },
        },
      })) as { sessionId: string }
      session = `/session/${made.sessionId}`
      await call('POST', `${session}/timeouts`, { script: PATIENCE, pageLoad: PATIENCE })
      return tabOf(session, call)
    },
    async throwAway() {
      await end()
      for (const program of programs.reverse()) program.kill()
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

type Call = (method: string, path: string, body?: object) => Promise<unknown>

function tabOf(session: string, call: Call): Tab {
  const element = async (selector: string): Promise<string> => {
    const found = await call('POST', `${session}/element`, { using: 'css selector', value: selector })
    return `${session}/element/${(found as Record<string, string>)[ELEMENT]}`
  }
  const press = async (way: 'back' | 'forward'): Promise<void> => {
    await call('POST', `${session}/execute/sync`, {
      script: `setTimeout(() => history.${way}(), 0)`,
      args: [],
    })
  }
  return {
    open: async address => {
      await call('POST', `${session}/url`, { url: address })
    },
    evaluate: async <R, A extends unknown[]>(
      run: (...given: A) => R | Promise<R>,
      ...given: A
    ): Promise<R> => {
      // A page that was gone back to answers no promise at once: what needs none is asked without.
      if (run.constructor.name !== 'AsyncFunction')
        return (await call('POST', `${session}/execute/sync`, {
          script: `return (${run.toString()})(...arguments)`,
          args: given,
        })) as R
      const answer = await call('POST', `${session}/execute/async`, {
        script: later(run.toString()),
        args: given,
      })
      const { value, error } = answer as { value?: R; error?: string }
      if (error !== undefined) throw new Error(error)
      return value as R
    },
    run: async script => {
      await call('POST', `${session}/execute/sync`, { script, args: [] })
    },
    resize: async (width, height) => {
      // What the driver sizes is the window with its bar.
      const bars = async (): Promise<readonly [number, number]> =>
        (await call('POST', `${session}/execute/sync`, {
          script: 'return [outerWidth - innerWidth, outerHeight - innerHeight]',
          args: [],
        })) as [number, number]
      const [across, down] = await bars()
      await call('POST', `${session}/window/rect`, { width: width + across, height: height + down })
    },
    click: async selector => {
      // The driver refuses what lies below the window instead of going there.
      await call('POST', `${session}/execute/sync`, {
        script: 'document.querySelector(arguments[0])?.scrollIntoView({ block: "center" })',
        args: [selector],
      })
      await call('POST', `${await element(selector)}/click`, {})
    },
    type: async (selector, text) => {
      await call('POST', `${await element(selector)}/value`, { text })
    },
    upload: async (selector, file) => {
      await call('POST', `${await element(selector)}/value`, { text: file })
    },
    // Asked of the page: the driver's own Back and Forward wait for ever where there is nothing to go to.
    address: async () => String(await call('GET', `${session}/url`)),
    isDeafOutside: true,
    back: () => press('back'),
    forward: () => press('forward'),
  }
}

/** A script that hands the outcome of an asynchronous function to the driver, the last of its arguments. */
const later = (run: string): string => `
  const done = arguments[arguments.length - 1]
  const given = Array.prototype.slice.call(arguments, 0, -1)
  Promise.resolve().then(() => (${run})(...given))
    .then(value => done({ value }), error => done({ error: String(error) }))`

/** Tries until the driver answers. */
async function ready(ask: () => Promise<unknown>): Promise<void> {
  const last = Date.now() + PATIENCE
  for (;;) {
    try {
      await ask()
      return
    } catch (error) {
      if (Date.now() > last) throw error
      await new Promise(done => setTimeout(done, 100))
    }
  }
}
