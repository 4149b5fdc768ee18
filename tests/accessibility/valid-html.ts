import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unpacked } from '../../src/app/service-worker/packs.ts'
import { programsOf } from '../../src/commands/engines.ts'
import { builtDir } from '../journeys/server.ts'
import setUp from '../journeys/set-up.ts'

/** The Nu HTML checker is a program for Java. */
const java = { name: 'Java', programs: ['/usr/bin/java'], packages: ['default-jre-headless'], config: '' }

/** What has come since this checker, the last that brings no Java of its own when it is installed. */
const newer: readonly RegExp[] = [
  /^CSS: Unrecognized at-rule “@layer”/, // CSS Cascading and Inheritance Level 5
  /^Attribute “autocorrect” not allowed on element “input”/, // HTML, 6.8.8
]

/** Several pages in one file, for the service worker alone (app/service-worker/packs.ts). */
const isPack = (name: string): boolean =>
  /^lean\/(?:.+\/)?(?:pages-[\w-]{8}\.html|all-[\w-]{8}\.txt)$/.test(name)

type Message = { type: string; subType?: string; url: string; lastLine?: number; message: string }

/** Every built page, the staff's and the clock too, is HTML that the Nu checker has nothing to say about. */
async function main(): Promise<void> {
  const [program] = await programsOf(java)
  await setUp()
  const site = join(builtDir, 'site')
  const jar = join(dirname(createRequire(import.meta.url).resolve('vnu-jar')), 'build/dist/vnu.jar')
  const all = readdirSync(site, { recursive: true, encoding: 'utf8' })
  const pages = all.filter(name => name.endsWith('.html') && !isPack(name))
  const unlike = all.filter(isPack).flatMap(pack => unlikePages(site, pack))
  const files = pages.map(name => join(site, name))
  const said = await answerOf(program ?? 'java', ['-jar', jar, '--format', 'json', ...files])
  const { messages } = JSON.parse(said) as { messages: Message[] }
  // Information is no fault: it tells of the slash in `<meta />`, which the formatter writes.
  const wrong = messages.filter(
    ({ type, subType, message }) =>
      (type !== 'info' || subType === 'warning') && !newer.some(known => known.test(message)),
  )
  for (const name of unlike) console.error(`${name}: in its pack it is not the page that was looked at`)
  for (const { type, subType, url, lastLine, message } of wrong)
    console.error(`${relative(site, fileURLToPath(url))}:${lastLine ?? ''} ${subType ?? type}: ${message}`)
  console.log(`${pages.length} pages, ${wrong.length} messages of the Nu HTML checker`)
  process.exitCode = wrong.length + unlike.length === 0 && pages.length > 0 ? 0 : 1
}

/** What a phone takes out of a pack are the pages that lie beside it; gives those that are not. */
function unlikePages(site: string, pack: string): string[] {
  return [...unpacked(readFileSync(join(site, pack), 'utf8'))]
    .filter(([url, text]) => readFileSync(join(site, url), 'utf8') !== text)
    .map(([url]) => url)
}

/** What the program prints to standard error, where the checker answers; its exit code only repeats it. */
function answerOf(program: string, args: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'pipe'] })
    let said = ''
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString()
    })
    child.on('error', fail)
    child.on('close', () => {
      done(said)
    })
  })
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
