import type { ComponentChildren, JSX } from 'preact'
import { Heading } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import type { Key } from './words.tsx'

type Props = { readonly id: string; readonly heading: Key; readonly children: ComponentChildren }

/** One of the few things that stand open on an information page. */
export function OpenSection({ id, heading, children }: Props): JSX.Element {
  const { t } = useCopy()
  return (
    <section class="flow" aria-labelledby={id}>
      <Heading level={2} id={id}>
        {t(heading)}
      </Heading>
      {children}
    </section>
  )
}

/**
 * A part to be opened by the reader. `Fold` of the design system, but with a heading in its summary: people who
 * listen find it in the list of headings, and an address that ends in `#id` opens it.
 */
export function FoldedSection({ id, heading, children }: Props): JSX.Element {
  const { t } = useCopy()
  return (
    <details class="fold">
      <summary>
        <h2 id={id}>{t(heading)}</h2>
      </summary>
      <div class="flow">{children}</div>
    </details>
  )
}
