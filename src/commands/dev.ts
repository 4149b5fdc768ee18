import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createServer as createVite, type ViteDevServer } from 'vite'
import { municipality } from '#municipality'
import { readKeyFile } from '../core/sealing/index.ts'
import { parseConfig } from '../intake/settings/config.ts'
import { whyNotListening } from '../intake/http/listen.ts'
import { startIntake } from '../intake/start.ts'
import { readTeam } from '../intake/staff/team.ts'
import { builtIn, dayOfBuild, demoKeyOf, viteConfig } from './build.ts'
import { fillDemoDesk } from './demo-desk.ts'
import { addMember, makeKeys } from './team-keys.ts'
import { fill } from './prerender.ts'
import { runCommand } from './run.ts'
import { orElse } from './settings.ts'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** `npm run dev`: the same app with hot reload, made-up requests, and the examples of the design system. */
async function main(): Promise<void> {
  const dataDir = join(root, 'data/dev')
  const keysFile = join(dataDir, 'keys.json')
  await mkdir(dataDir, { recursive: true })
  if (!existsSync(keysFile)) {
    await makeKeys(dataDir, 'Demo', true)
    // A colleague, so that it can be tried with two, in two browsers.
    await addMember(dataDir, readKeyFile(await readFile(join(dataDir, 'demo.key.json'), 'utf8')), 'Anne')
  }
  const { port } = parseConfig({ INTAKE_DATA: dataDir, PORT: orElse(process.env['PORT'], '5173') })
  // Of the other settings none is read: made-up requests belong in no database but this one. The pages come from
  // Vite's port, so that is the origin staff sign in from.
  const config = parseConfig({ INTAKE_DATA: dataDir, PORT: '0', ORIGIN: `http://localhost:${port}` })
  await fillDemoDesk(dataDir)
  const intake = await startIntake({ config, required: municipality.required, site: null })
  const team = await readTeam(keysFile)
  const define = builtIn(team, dayOfBuild({}), await demoKeyOf(team, keysFile))

  const http = createHttp()
  const vite = await createVite({
    ...viteConfig({}, define),
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server: http }, proxy: { '/api': intake.address } },
  })
  vite.middlewares.use((request, response, next) => {
    servePage(vite, request, response).then(served => {
      if (!served) next()
    }, next)
  })
  http.on('request', vite.middlewares)
  try {
    http.listen(port, '127.0.0.1')
    await once(http, 'listening')
  } catch (cause) {
    await vite.close()
    await intake.stop()
    throw whyNotListening(cause, { port, host: '127.0.0.1' })
  }
  console.log(`
Citizens:  http://localhost:${port}/
Staff:     http://localhost:${port}/inbox   (key files: data/dev/demo.key.json, data/dev/anne.key.json)
Examples:  http://localhost:${port}/examples
`)
}

type Prerenderer = {
  renderAll: (
    today: string,
    origin: null,
  ) => { path: string; lang: string; page: string; html: string; head: string }[]
}

async function servePage(
  vite: ViteDevServer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const path = (request.url ?? '/').replace(/[?#].*$/s, '')
  if (path === '/inbox' || path === '/examples') {
    const file = path === '/inbox' ? 'inbox.html' : 'src/ui/examples/examples.html'
    const html = await vite.transformIndexHtml(path, await readFile(join(root, file), 'utf8'))
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html)
    return true
  }
  // Sound: it is src/app/prerender.tsx; its types need a DOM that this program has not.
  const module = (await vite.ssrLoadModule('/src/app/prerender.tsx')) as Prerenderer
  const page = module.renderAll(dayOfBuild({}), null).find(one => one.path === path)
  if (!page) return false
  const template = await readFile(join(root, 'index.html'), 'utf8')
  response
    .setHeader('content-type', 'text/html; charset=utf-8')
    .end(await vite.transformIndexHtml(path, fill(template, page)))
  return true
}

await runCommand(main)
