import type { ComponentChildren, VNode } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { HeadingLevel } from './attributes.ts'
import { Icon, type IconName } from './icon.tsx'

/** `urgent` is for urgent help and nothing else. */
export type NoticeTone = 'info' | 'care' | 'urgent' | 'done'

export interface NoticeProps {
  readonly tone: NoticeTone
  readonly title?: string | undefined
  readonly level?: HeadingLevel | undefined
  /** In place of the tone's own sign, where another says more. */
  readonly icon?: IconName | undefined
  /** Read out when it appears and when it changes, without moving the focus. */
  readonly live?: boolean | undefined
  readonly children?: ComponentChildren
}

/** Milliseconds that a status stands empty before its words come: VoiceOver needs so long to take notice of it. */
const BEFORE_WORDS = 100

/**
 * Something to know. A live one is a status that is there before its words: screen readers read what changes in one,
 * and often not one that comes with its words in it.
 */
export function Notice({ tone, title, level = 2, icon = tone, live = false, children }: NoticeProps): VNode {
  const Title = `h${level}` as const
  const [said, setSaid] = useState(!live)
  useEffect(() => {
    if (said) return undefined
    const timer = setTimeout(() => {
      setSaid(true)
    }, BEFORE_WORDS)
    return () => {
      clearTimeout(timer)
    }
  }, [said])
  // No class yet, so that no empty box is seen.
  if (!said) return <div role="status" />
  return (
    <div class="notice" data-tone={tone} role={live ? 'status' : undefined}>
      <Icon name={icon} />
      <div class="flow">
        {title && <Title class="notice-title">{title}</Title>}
        {children}
      </div>
    </div>
  )
}

export interface BoxProps {
  readonly title: string | VNode
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
  /** Opens it, at first or later. Shutting it is the reader's: it never shuts under their fingers. */
  readonly open?: boolean | undefined
  /** For what stands many times on a page: it steps back. */
  readonly quiet?: boolean | undefined
  /** It was opened, by the reader or by `open`. */
  readonly onOpen?: (() => void) | undefined
  readonly children: ComponentChildren
}

/** More, for those who want it. Opens without script; printed when it is open. */
export function Fold({ summary, open = false, quiet, onOpen, children }: FoldProps): VNode {
  const fold = useRef<HTMLDetailsElement>(null)
  const [atFirst] = useState(open)
  useLayoutEffect(() => {
    if (open && fold.current) fold.current.open = true
  }, [open])
  return (
    <details
      class="fold"
      open={atFirst}
      data-quiet={quiet}
      ref={fold}
      onToggle={event => {
        if (event.currentTarget.open) onOpen?.()
      }}
    >
      <summary>{summary}</summary>
      <div class="flow">{children}</div>
    </details>
  )
}
