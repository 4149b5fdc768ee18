import type { ComponentChildren, VNode } from 'preact'

/**
 * Messages between two sides, in the order they were written. Stands under a heading: a name of its own would be heard
 * twice.
 */
export function Thread({ children }: { readonly children: ComponentChildren }): VNode {
  return <ol class="thread">{children}</ol>
}

export interface ThreadItemProps {
  /** Who wrote it, as the reader calls them. */
  readonly who: string
  readonly when: string
  /** Written by the reader: stands a little to the right. */
  readonly own?: boolean | undefined
  /** It could not be shown to be real: set apart, and never its words. */
  readonly doubtful?: boolean | undefined
  /** E.g. "Ikke sendt endnu". */
  readonly tag?: string | undefined
  readonly children: ComponentChildren
}

/** One message. Line breaks in its text are kept. Belongs inside `Thread`. */
export function ThreadItem({ who, when, own, doubtful, tag, children }: ThreadItemProps): VNode {
  return (
    <li class="thread-item" data-own={own || undefined} data-doubtful={doubtful || undefined}>
      <p class="thread-meta">
        <strong>{who}</strong> · {when}
        {tag && <span class="badge"> {tag}</span>}
      </p>
      {children}
    </li>
  )
}

/** What was written, with its line breaks. */
export function ThreadText({ children }: { readonly children: string }): VNode {
  return <p class="thread-text">{children}</p>
}
