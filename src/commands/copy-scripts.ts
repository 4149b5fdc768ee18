import { fileURLToPath } from 'node:url'
import { copyParts, type CopyPart } from '../app/copy/parts.ts'
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
  readonly load: (id: string) => string | undefined
} {
  return {
    name: 'copy-scripts',
    resolveId: id => (CALLED.test(id) ? LIST : id.startsWith(`${LIST}/`) ? id : undefined),
    load: id => {
      if (id === LIST) return list()
      const [, lang, part] = /^virtual:copy\/(\w+)-(\w+)$/.exec(id) ?? []
      const files = partIds.flatMap(one => (one === part ? copyParts[one] : []))
      return lang === undefined || files.length === 0 ? undefined : script(lang, files)
    },
  }
}

function list(): string {
  const parts = (lang: string): string =>
    partIds.map(part => `${part}: () => import('${LIST}/${lang}-${part}')`).join(',\n')
  return `export const copyFiles = {${languageIds.map(lang => `${lang}: {${parts(lang)}}`).join(',\n')}}`
}

function script(lang: string, files: readonly string[]): string {
  const path = (file: string): string =>
    fileURLToPath(new URL(`../../locales/${lang}/${file}.json`, import.meta.url))
  return [
    ...files.map(file => `import ${file} from ${JSON.stringify(path(file))}`),
    `export default { ${files.join(', ')} }`,
  ].join('\n')
}
