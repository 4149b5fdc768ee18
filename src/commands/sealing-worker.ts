import { fileURLToPath } from 'node:url'

const source = (file: string): string => fileURLToPath(new URL(`../app/sealing/${file}`, import.meta.url))
const ADDRESS = source('worker-address.ts')

/** What is used of the bundler's own context. */
type Emitting = {
  emitFile(file: { readonly type: 'chunk'; readonly id: string; readonly name: string }): string
}

/**
 * Makes a script of the program that seals beside the citizen's page, in the page's own build: what seals is then one file
 * for both, and a phone carries it once. Vite's `?worker` would build it by itself, with all it imports inside.
 */
export function sealingWorker(): {
  readonly name: string
  readonly enforce: 'pre'
  load(this: Emitting, id: string): string | undefined
} {
  return {
    name: 'sealing-worker',
    enforce: 'pre',
    load(id) {
      if (id !== ADDRESS) return undefined
      const script = this.emitFile({ type: 'chunk', id: source('worker.ts'), name: 'sealing-worker' })
      return `export const SEALING_WORKER = import.meta.ROLLUP_FILE_URL_${script}`
    },
  }
}
