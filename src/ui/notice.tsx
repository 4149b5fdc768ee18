import type { ComponentChildren, VNode } from 'preact'
import type { HeadingLevel } from './attributes.ts'
import { Icon } from './icon.tsx'

/** `urgent` is for urgent help and nothing else. */
export type NoticeTone = 'info' | 'care' | 'urgent' | 'done'

export interface NoticeProps {
  readonly tone: NoticeTone
  readonly title?: string | undefined
  readonly level?: HeadingLevel | undefined
  /** Read out when it appears or changes, without moving the focus. */
  readonly live?: boolean | undefined
  readonly children?: ComponentChildren
}

export function Notice({ tone, title, level = 2, live = false, children }: NoticeProps): VNode {
  const Title = `h${level}` as const
  return (
    <div class="notice" data-tone={tone} role={live ? 'status' : undefined}>
      <Icon name={tone} />
      <div class="flow">
        {title && <Title class="notice-title">{title}</Title>}
        {children}
      </div>
    </div>
  )
}

export interface BoxProps {
  readonly title: string
  readonly level?: HeadingLevel | undefined
  readonly children: ComponentChildren
}

/** What is honestly said before sending: always open, never folded. */
export function Box({ title, level = 2, children }: BoxProps): VNode {
  const Title = `h${level}` as const
  return (
    <section class="box flow">
      <Title>{title}</Title>
      {children}
    </section>
  )
}

export interface FoldProps {
  readonly summary: string
  readonly open?: boolean | undefined
  /** For what stands many times on a page: it steps back. */
  readonly quiet?: boolean | undefined
  readonly children: ComponentChildren
}

/** More, for those who want it. Opens without script; printed when it is open. */
export function Fold({ summary, open, quiet, children }: FoldProps): VNode {
  return (
    <details class="fold" open={open} data-quiet={quiet}>
      <summary>{summary}</summary>
      <div class="flow">{children}</div>
    </details>
  )
}
