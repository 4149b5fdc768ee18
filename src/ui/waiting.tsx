import type { ComponentChildren, VNode } from 'preact'
import type { HeadingLevel } from './attributes.ts'
import { Drawing, type DrawingName } from './drawing.tsx'

export interface EmptyStateProps {
  readonly title: string
  readonly level?: HeadingLevel | undefined
  readonly drawing?: DrawingName | undefined
  /** What can be done now: never a dead end. */
  readonly children: ComponentChildren
}

/** Says that there is nothing here yet, and what one can do. */
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
