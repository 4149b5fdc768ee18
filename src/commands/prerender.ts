import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build as viteBuild, type InlineConfig } from 'vite'
import { type ServiceLimits, serviceLimits } from '../core/facts/limits.ts'
import { dirOf, languageCalled } from '../core/languages.ts'
import type { Municipality, Picture } from '../core/facts/types.ts'
import { ownStyle } from './own-style.ts'
import { picturesOf } from './pictures.ts'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * One HTML file an address, with the critical CSS inside: text is on the screen after the first round trip.
 *
 * @param day the day printed as the day of the build
 * @returns of the municipality whose pages these are: the required answers it has not given, the pictures it names, and
 * the figures that its intake counts by
 */
export async function prerender(
  config: InlineConfig,
  outDir: string,
  { day, origin }: { readonly day: string; readonly origin: string | null },
): Promise<{ missing: string[]; pictures: readonly Picture[]; limits: ServiceLimits }> {
  const ssrDir = join(
    root,
    'node_modules/.cache/prerender',
    createHash('sha256').update(outDir).digest('hex').slice(0, 8),
  )
  await viteBuild({
    ...config,
    publicDir: false,
    build: {
      ...config.build,
      ssr: true,
      outDir: ssrDir,
      emptyOutDir: true,
      rolldownOptions: {
        // The municipality as the pages have it, which may be another than this program's own.
        input: { prerender: join(root, 'src/app/prerender.tsx'), municipality: '#municipality' },
        output: { entryFileNames: '[name].mjs' },
        // Here pages are drawn whole: that a part of one is fetched later in a browser is meant.
        checks: { ineffectiveDynamicImport: false },
      },
    },
    ssr: { noExternal: true },
  })
  // Sound: it is src/app/prerender.tsx, just built; its types need a DOM that this program has not.
  const { renderAll, renderManifests } = (await importNew(join(ssrDir, 'prerender.mjs'))) as {
    renderAll: (today: string, origin: string | null) => Rendered[]
    renderManifests: () => { readonly file: string; readonly json: string }[]
  }
  // Sound: whatever stands for `#municipality` has been type-checked as one.
  const { municipality } = (await importNew(join(ssrDir, 'municipality.mjs'))) as {
    municipality: Municipality
  }
  const style = await styleOf(outDir)
  const template = (await readFile(join(outDir, 'index.html'), 'utf8')).replace(STYLESHEET, '')
  const assets = await readdir(join(outDir, 'assets'))
  const readScript = onceEach(async file => readFile(join(outDir, file), 'utf8'))
  for (const page of renderAll(day, origin)) {
    const unstyled = withScripts(fill(template, page), page.scripts, assets)
    const scripts = [...scriptsIn(unstyled), ...assets.filter(isOffer).map(asset => `assets/${asset}`)]
    const html = withStyle(unstyled, style, await Promise.all(scripts.map(readScript)))
    const file =
      page.page === 'not-found' ? `${page.path.slice(1)}.html` : join(page.path.slice(1), 'index.html')
    await mkdir(dirname(join(outDir, file)), { recursive: true })
    await writeFile(join(outDir, file), html)
  }
  for (const { file, json } of renderManifests()) await writeFile(join(outDir, file), json)
  await rm(ssrDir, { recursive: true, force: true })
  return {
    missing: unanswered(municipality.required),
    pictures: picturesOf(municipality),
    limits: serviceLimits(municipality),
  }
}

/** The names of the required answers that are not given (docs/before-launch.md). */
export function unanswered(required: Municipality['required']): string[] {
  return Object.entries(required).flatMap(([name, answer]) => (answer === null ? [name] : []))
}

/** Imports a file that may have been imported before with other content. */
function importNew(path: string): Promise<unknown> {
  return import(`${pathToFileURL(path).href}?${Date.now()}`)
}

/** A page as `src/app/prerender.tsx` renders it. */
type Rendered = {
  readonly path: string
  readonly lang: string
  readonly page: string
  readonly html: string
  readonly head: string
  readonly scripts: readonly string[]
}

/** From left to right is what a page is read in without a word about it. */
const directionOf = (lang: string): string => {
  const known = languageCalled(lang)
  return known && dirOf(known) === 'rtl' ? ' dir="rtl"' : ''
}

/** Puts a rendered page into the template. What the template and the head are indented by is not sent to a phone. */
export function fill(template: string, page: Omit<Rendered, 'scripts'>): string {
  return template
    .replace(/<html lang="\w+">/, `<html lang="${page.lang}"${directionOf(page.lang)}>`)
    .replace('<!--head-->', () => page.head)
    .replace(/\n\s+</g, '\n<')
    .replace(
      '<div id="app"><!--app--></div>',
      () => `<div id="app" data-page="${page.page}">${page.html}</div>`,
    )
}

/**
 * Lets a page ask for the scripts that its first question waits for while it is still being read: one round trip less.
 *
 * @param scripts names without hash and ending
 * @param assets the files of the build
 * @throws Error when there is no script of such a name
 */
export function withScripts(html: string, scripts: readonly string[], assets: readonly string[]): string {
  const links = scripts.map(name => {
    const file = assets.find(asset => asset.replace(/-[\w-]{8}\.js$/, '') === name)
    if (file === undefined) throw new Error(`There is no script "${name}" to ask for in advance`)
    return `<link rel="modulepreload" crossorigin href="/assets/${file}">`
  })
  return textFirst(html.replace('</head>', () => `${links.join('')}</head>`))
}

/** On a slow line no script takes room from the text: it is asked for at once, and sent after the page (Fetch priority). */
const textFirst = (html: string): string =>
  html.replace(/<(?:script type="module"|link rel="modulepreload")/g, '$& fetchpriority="low"')

const STYLESHEET = /\s*<link rel="stylesheet"[^>]*href="\/(assets\/[^"]+\.css)"[^>]*>/g

/** All styles of the citizen's pages, and the address of the file that they are in. */
type Style = { readonly css: string; readonly address: string }

/** The phone keeps them as one file: where they are several, that is written too. */
async function styleOf(outDir: string): Promise<Style> {
  const html = await readFile(join(outDir, 'index.html'), 'utf8')
  const files = [...html.matchAll(STYLESHEET)].map(([, file = '']) => file)
  const css = (await Promise.all(files.map(file => readFile(join(outDir, file), 'utf8')))).join('').trim()
  const [only = ''] = files
  if (files.length === 1) return { css, address: `/${only}` }
  const name = createHash('sha256').update(css).digest('base64url').slice(0, 8)
  await writeFile(join(outDir, `assets/pages-${name}.css`), css)
  return { css, address: `/assets/pages-${name}.css` }
}

/**
 * Puts the rules that a page begins with into it, with the address of all of them.
 *
 * @param scripts what its first scripts say
 */
const withStyle = (html: string, { css, address }: Style, scripts: readonly string[]): string =>
  html.replace(
    '</head>',
    () => `<style data-whole="${address}">${ownStyle(css, [html, ...scripts])}</style></head>`,
  )

const scriptsIn = (html: string): readonly string[] =>
  [...html.matchAll(/"\/(assets\/[\w.-]+\.js)"/g)].map(([, file = '']) => file)

/** The script that puts a button into a page that is only read. */
const isOffer = (asset: string): boolean => /^offer-[\w-]{8}\.js$/.test(asset)

/** Asks for each thing once. */
function onceEach<T>(ask: (of: string) => Promise<T>): (of: string) => Promise<T> {
  const asked = new Map<string, Promise<T>>()
  return async of => {
    const answer = asked.get(of) ?? ask(of)
    asked.set(of, answer)
    return answer
  }
}
