import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'

/** Pages to be measured beside: a question of the GOV.UK Design System with its files, and no more than one file of text. */
export const others = { question: '/question', floor: '/floor' } as const

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.html': 'text/html; charset=utf-8',
}
const brotli = promisify(brotliCompress)

/** Serves them over plain HTTP/1.1, Brotli as far as there is something to win, as ours are. */
export async function startOthers(): Promise<{ readonly url: string; stop(): void }> {
  const govuk = join(fileURLToPath(new URL('.', import.meta.resolve('govuk-frontend'))))
  const files = new Map<string, { type: string; body: Buffer; coded: boolean }>()
  const add = async (path: string, name: string, plain: Buffer): Promise<void> => {
    const coded = name.endsWith('.html') || /\.(css|js)$/.test(name)
    files.set(path, {
      type: types[extname(name)] ?? 'application/octet-stream',
      body: coded ? await brotli(plain) : plain,
      coded,
    })
  }
  await add(others.floor, 'floor.html', Buffer.from(floor))
  await add(others.question, 'question.html', Buffer.from(question))
  for (const name of ['govuk-frontend.min.css', 'govuk-frontend.min.js'])
    await add(`/${name}`, name, await readFile(join(govuk, name)))
  for (const name of await readdir(join(govuk, 'assets/fonts')))
    await add(`/assets/fonts/${name}`, name, await readFile(join(govuk, 'assets/fonts', name)))

  const server = createServer((asked, answer) => {
    const found = files.get(asked.url ?? '')
    if (!found) {
      answer.writeHead(404).end()
      return
    }
    answer.writeHead(200, {
      'content-type': found.type,
      'content-length': found.body.length,
      ...(found.coded && { 'content-encoding': 'br' }),
    })
    answer.end(found.body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server that listens on a port has an address of that kind.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const head = (rest: string): string =>
  `<!doctype html><html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Spørgsmål</title><link rel="icon" href="data:,">${rest}</head>`

const floor = `${head('')}<body><main><h1>Hvem skriver du for?</h1><p>Det her er en side med lidt tekst og ikke andet.</p></main></body></html>`

const radio = (value: string, label: string): string =>
  `<div class="govuk-radios__item"><input class="govuk-radios__input" id="${value}" name="who" type="radio" value="${value}"><label class="govuk-label govuk-radios__label" for="${value}">${label}</label></div>`

/** As the page template and the radios component of the package are documented. */
const question = `${head('<link rel="stylesheet" href="/govuk-frontend.min.css">').replace('<html', '<html class="govuk-template"')}<body class="govuk-template__body"><script type="module">document.body.classList.add('js-enabled', 'govuk-frontend-supported')
import { initAll } from '/govuk-frontend.min.js'
initAll()
document.body.dataset.usable = ''</script><div class="govuk-width-container"><main class="govuk-main-wrapper" id="main-content"><form action="/question" method="post" novalidate><div class="govuk-form-group"><fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--l"><h1 class="govuk-fieldset__heading">Hvem skriver du for?</h1></legend><div class="govuk-radios" data-module="govuk-radios">${radio('adult', 'For mig selv, og jeg er 18 år eller mere')}${radio('youth', 'For mig selv, og jeg er 15-17 år')}${radio('relative', 'For en anden')}</div></fieldset></div><button type="submit" class="govuk-button" data-module="govuk-button">Videre</button></form></main></div></body></html>`
