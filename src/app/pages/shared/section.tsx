import { createContext, type ComponentChildren, type JSX } from 'preact'
import { useContext } from 'preact/hooks'
import { Heading, type HeadingLevel } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import { Sentence, type Key } from './words.tsx'

type Props = { readonly id: string; readonly heading: Key; readonly children: ComponentChildren }

/** One of the few things that stand open on an information page. */
export function OpenSection({ id, heading, children }: Props): JSX.Element {
  return (
    <section class="flow">
      <Heading level={2} id={id}>
        <Sentence id={heading} />
      </Heading>
      {children}
    </section>
  )
}

/**
 * What the parts to be opened have in common, so that a tired reader looks through a few lines and not a wall. On a
 * long page the group is a fold too.
 */
export function FoldGroup(props: Props & { readonly folded?: boolean }): JSX.Element {
  const { id, heading, children, folded = false } = props
  const { t } = useCopy()
  if (folded)
    return (
      <details class="fold fold-group">
        <summary>
          <h2 id={id}>{t(heading)}</h2>
        </summary>
        <div class="folds">{children}</div>
      </details>
    )
  return (
    <section class="flow">
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
export function FoldedSection(props: Props & { readonly level?: 2 | 3 }): JSX.Element {
  const { id, heading, children, level = 3 } = props
  const Title = `h${level}` as const
  return (
    <details class="fold">
      <summary>
        <Title id={id}>
          <Sentence id={heading} />
        </Title>
      </summary>
      <div class="flow">
        <LevelInside.Provider value={level === 2 ? 3 : 4}>{children}</LevelInside.Provider>
      </div>
    </details>
  )
}

/** For text in parts that a reader looks for one by one. */
export function SubHeading({ heading }: { readonly heading: Key }): JSX.Element {
  return (
    <Heading level={useContext(LevelInside)}>
      <Sentence id={heading} />
    </Heading>
  )
}
