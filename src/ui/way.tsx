import type { ComponentChildren, VNode } from 'preact'
import type { HeadingLevel } from './attributes.ts'

export interface WayStep {
  readonly title: string
  readonly text?: ComponentChildren
}

export interface WayProps {
  readonly steps: readonly WayStep[]
}

/** The way from the first contact to aftercare. Stands under a heading: a name of its own would be heard twice. */
export function Way({ steps }: WayProps): VNode {
  return (
    <ol class="way">
      {steps.map(step => (
        <li key={step.title}>
          <p class="way-title">{step.title}</p>
          {step.text !== undefined && <div class="flow">{step.text}</div>}
        </li>
      ))}
    </ol>
  )
}

export interface Column {
  readonly title: string
  readonly children: ComponentChildren
}

export interface SideBySideProps {
  readonly label?: string | undefined
  readonly level?: HeadingLevel | undefined
  readonly columns: readonly Column[]
}

/** Two things to compare (alcohol and drugs): side by side where there is room, else one after the other. */
export function SideBySide({ label, level = 3, columns }: SideBySideProps): VNode {
  const Title = `h${level}` as const
  const named = label ? ({ role: 'group', 'aria-label': label } as const) : {}
  return (
    <div class="columns" {...named}>
      {columns.map(column => (
        <div class="column flow" key={column.title}>
          <Title>{column.title}</Title>
          {column.children}
        </div>
      ))}
    </div>
  )
}
