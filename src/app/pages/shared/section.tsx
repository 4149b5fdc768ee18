import { createContext, type ComponentChildren, type JSX } from 'preact'
import { useContext } from 'preact/hooks'
import { Heading, type HeadingLevel } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import { Sentence, type Key } from './words.tsx'

type Props = { readonly id: string; readonly heading: Key; readonly children: ComponentChildren }

/** One of the few things that stand open on an information page. */
export function OpenSection({ id, heading, children }: Props): JSX.Element {
  return (
    <section class="flow" aria-labelledby={id}>
      <Heading level={2} id={id}>
        <Sentence id={heading} />
      </Heading>
      {children}
    </section>
  )
}

/** What the parts to be opened have in common, so that a tired reader looks through a few lines and not a wall. */
export function FoldGroup({ id, heading, children }: Props): JSX.Element {
  const { t } = useCopy()
  return (
    <section class="flow" aria-labelledby={id}>
      <Heading level={2} id={id}>
        {t(heading)}
      </Heading>
      <div class="folds">{children}</div>
    </section>
  )
}

/** The level of a heading inside a section. */
export const LevelInside = createContext<HeadingLevel>(3)

/**
 * A part to be opened by the reader, in a `FoldGroup`. `Fold` of the design system, but with a heading in its summary:
 * people who listen find it in the list of headings, and an address that ends in `#id` opens it (islands/folds.ts).
 */
export function FoldedSection({ id, heading, children }: Props): JSX.Element {
  return (
    <details class="fold">
      <summary>
        <h3 id={id}>
          <Sentence id={heading} />
        </h3>
      </summary>
      <div class="flow">
        <LevelInside.Provider value={4}>{children}</LevelInside.Provider>
      </div>
    </details>
  )
}

/** Where what is told falls into parts that a reader looks for one by one. */
export function SubHeading({ heading }: { readonly heading: Key }): JSX.Element {
  return (
    <Heading level={useContext(LevelInside)}>
      <Sentence id={heading} />
    </Heading>
  )
}
