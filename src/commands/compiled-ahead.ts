/** Files of which a page runs most, first while it is taken up and then while a screen is drawn. */
export const runAtOnce: ReadonlySet<string> = new Set([
  'early',
  'base',
  'i18n',
  'contact',
  'request-later',
  'check',
  'check-later',
  'shared',
  'typed',
  'replies',
  'replies-later',
])

/** To engines that do not know it, this is a comment. It counts only as the first line of a file. */
export const COMPILED_AHEAD = '//# allFunctionsCalledOnLoad\n'

type Output = { readonly type: 'asset' } | { readonly type: 'chunk'; readonly name: string; code: string }

/**
 * Has the engine get all functions of these files ready while it reads them, beside the page, and not each one in the middle
 * of the task that first calls it: that was a third of it.
 */
export function compiledAhead(): {
  readonly name: string
  readonly augmentChunkHash: (chunk: { readonly name: string }) => string | undefined
  readonly generateBundle: {
    readonly order: 'post'
    readonly handler: (options: object, bundle: Readonly<Record<string, Output>>) => void
  }
} {
  return {
    name: 'compiled-ahead',
    // A file is named before the line stands in it, and what is served under a name must never be another.
    augmentChunkHash: ({ name }) => (runAtOnce.has(name) ? COMPILED_AHEAD : undefined),
    generateBundle: {
      // After Vite has put the list of what is fetched beside a file before its code, and after the minifier.
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle))
          if (file.type === 'chunk' && runAtOnce.has(file.name)) file.code = COMPILED_AHEAD + file.code
      },
    },
  }
}
