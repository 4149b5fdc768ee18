/** A command block of a page: its tag is the comment above it, `run: WHERE` or `not run: WHY`; null when there is none. */
export type Block = { readonly tag: string | null; readonly text: string }

/** The `sh` blocks of a Markdown page, in its order. */
export function blocksOf(page: string): Block[] {
  return [...page.matchAll(/(?:<!-- ((?:not )?run: [^>]+?) -->\n\n)?```sh\n([\s\S]*?)```/g)].map(
    ([, tag, text = '']) => ({ tag: tag ?? null, text }),
  )
}
