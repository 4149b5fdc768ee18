import type { ComponentChildren, VNode } from 'preact'
import type { HeadingLevel } from './attributes.ts'
import { Drawing, type DrawingName } from './drawing.tsx'

/** Quiet lines where something will stand in a moment; the label says what we wait for. */
export function Skeleton({ label }: { readonly label: string }): VNode {
  return (
    <div class="skeleton" role="status">
      <p>{label}</p>
      <span />
      <span />
      <span />
    </div>
  )
}

export interface EmptyStateProps {
  readonly title: string
  readonly level?: HeadingLevel | undefined
  readonly drawing?: DrawingName | undefined
  /** What can be done now: never a dead end. */
  readonly children: ComponentChildren
}

export function EmptyState({ title, level = 2, drawing, children }: EmptyStateProps): VNode {
  const Title = `h${level}` as const
  return (
    <div class="empty flow">
      {drawing && <Drawing name={drawing} />}
      <Title>{title}</Title>
      {children}
    </div>
  )
}
