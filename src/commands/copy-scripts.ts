import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { copyParts, keysOfPart, type CopyPart } from '../app/copy/parts.ts'
import { languageIds } from '../core/languages.ts'

const LIST = 'virtual:copy'
/** What the app calls the list: src/app/copy/copy-scripts.d.ts. */
const CALLED = /\/copy-scripts\.js$/
const partIds = Object.keys(copyParts) as CopyPart[] // Object.keys widens the keys

/**
 * Makes a script of each language's copy and part, and the list of them: whatever languages there are, none
 * is named in the app's own source. The scripts are called `da-base`, which the service worker goes by.
 */
export function copyScripts(): {
  readonly name: string
  readonly resolveId: (id: string) => string | undefined
  readonly load: (this: Partial<Watcher>, id: string) => Promise<string | undefined>
} {
  return {
    name: 'copy-scripts',
    resolveId: id => (CALLED.test(id) ? LIST : id.startsWith(`${LIST}/`) ? id : undefined),
    async load(id) {
      if (id === LIST) return list()
      const [, lang, called] = /^virtual:copy\/(\w+)-(\w+)$/.exec(id) ?? []
      const part = partIds.find(one => one === called)
      if (lang === undefined || part === undefined) return undefined
      const paths = Object.keys(copyParts[part]).map(file => ({ file, path: pathOf(lang, file) }))
      for (const { path } of paths) this.addWatchFile?.(path)
      return script(part, paths)
    },
  }
}

/** What a build gives to its plugins: a file that is read is looked at again when it changes. */
type Watcher = { readonly addWatchFile: (path: string) => void }

function list(): string {
  const parts = (lang: string): string =>
    partIds.map(part => `${part}: () => import('${LIST}/${lang}-${part}')`).join(',\n')
  return `export const copyFiles = {${languageIds.map(lang => `${lang}: {${parts(lang)}}`).join(',\n')}}`
}

const pathOf = (lang: string, file: string): string =>
  fileURLToPath(new URL(`../../locales/${lang}/${file}.json`, import.meta.url))

async function script(
  part: CopyPart,
  paths: readonly { readonly file: string; readonly path: string }[],
): Promise<string> {
  const words = await Promise.all(
    paths.map(async ({ file, path }) => {
      const copy = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown> // as every file of copy is
      return [
        file,
        Object.fromEntries(keysOfPart(part, file, Object.keys(copy)).map(key => [key, copy[key]])),
      ]
    }),
  )
  return `export default ${JSON.stringify(Object.fromEntries(words))}`
}
