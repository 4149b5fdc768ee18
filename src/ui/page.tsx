import type { ComponentChildren, VNode } from 'preact'
import type { HeadingLevel } from './attributes.ts'
import { Scene } from './drawing.tsx'

/** The first stop of the keyboard: past the header, to `#main`. */
export function SkipLink({ label }: { readonly label: string }): VNode {
  return (
    <a class="skip" href="#main">
      {label}
    </a>
  )
}

/** The one `<main>` column of a page. */
export function Page({ children }: { readonly children: ComponentChildren }): VNode {
  return (
    <main class="page" id="main" tabIndex={-1}>
      {children}
    </main>
  )
}

/** The opening of the front page: the street in the evening, then the heading and what it says. */
export function Opening({ children }: { readonly children: ComponentChildren }): VNode {
  return (
    <div class="opening">
      <Scene />
      <div class="flow">{children}</div>
    </div>
  )
}

/** Running text in lines under 65 characters. */
export function Prose({ children }: { readonly children: ComponentChildren }): VNode {
  return <div class="prose">{children}</div>
}

export interface HeadingProps {
  readonly level?: HeadingLevel | undefined
  readonly id?: string | undefined
  /** A heading that takes the focus when its step appears. */
  readonly focusable?: boolean | undefined
  /** Read out when its words change, without moving the focus. */
  readonly live?: boolean | undefined
  readonly children: ComponentChildren
}

/** A heading; `focusable`, where a new screen puts the focus on it. */
export function Heading({ level = 1, id, focusable = false, live, children }: HeadingProps): VNode {
  const Tag = `h${level}` as const
  return (
    <Tag id={id} tabIndex={focusable ? -1 : undefined} aria-live={live ? 'polite' : undefined}>
      {children}
    </Tag>
  )
}

/** "Trin 2 af 5". Stands above the question; plain text, no bar. Its id is for the heading to be described by. */
export function StepText({ children }: { readonly children: ComponentChildren }): VNode {
  return (
    <p class="step" id="step">
      {children}
    </p>
  )
}
