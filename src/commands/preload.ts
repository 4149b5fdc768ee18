import { fileURLToPath } from 'node:url'

/** How Vite calls what it puts around each `import()`, and the module that it takes it from. */
const HELPER = '\0vite/preload-helper.js'
const OURS = fileURLToPath(new URL('../client/fetch-with.ts', import.meta.url))

type Output = { readonly type: 'asset' } | { readonly type: 'chunk'; readonly name: string; code: string }

/**
 * Puts our own lines in the place of Vite's: its helper also looks after style sheets and addresses that a site of ours does not
 * have, and every first visit carried 0.5 kB of it.
 *
 * @throws Error when a script comes with a style sheet, which would not be waited for
 */
export function leanPreload(): {
  readonly name: string
  readonly enforce: 'pre'
  readonly load: (id: string) => string | undefined
  readonly generateBundle: {
    readonly order: 'post'
    readonly handler: (options: object, bundle: Readonly<Record<string, Output>>) => void
  }
} {
  return {
    name: 'lean-preload',
    enforce: 'pre',
    load: id =>
      id === HELPER ? `export { fetchWith as __vitePreload } from ${JSON.stringify(OURS)}` : undefined,
    generateBundle: {
      // After Vite has put the list of what is fetched beside a file before its code.
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle))
          if (file.type === 'chunk' && /m\.f=\[[^\]]*\.css["']/.test(file.code))
            throw new Error(`${file.name} asks for a script that comes with a style sheet`)
      },
    },
  }
}
