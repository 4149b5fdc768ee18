/** `data-…` attributes that a caller may hang on an element, for its own scripts to find. */
export interface DataAttributes {
  readonly [name: `data-${string}`]: string | boolean | undefined
}

/** Picks the `data-…` attributes out of a component's props; everything else stays the component's own business. */
export function dataAttributes(props: object): Record<string, string | boolean | undefined> {
  return Object.fromEntries(
    Object.entries(props).filter((entry): entry is [string, string | boolean | undefined] =>
      entry[0].startsWith('data-'),
    ),
  )
}

export type HeadingLevel = 1 | 2 | 3 | 4
