import type { ComponentChildren, VNode } from 'preact'
import { Drawing, type DrawingName } from './drawing.tsx'

/** The doors of the front page: which one is mine? */
export function Doors({ children }: { readonly children: ComponentChildren }): VNode {
  return <ul class="doors">{children}</ul>
}

export interface DoorCardProps {
  readonly href: string
  readonly title: ComponentChildren
  readonly text?: ComponentChildren
  readonly drawing?: DrawingName | undefined
  readonly audience?: string | undefined
  readonly level?: 2 | 3 | undefined
}

/** One door. The whole card opens it; only the title is the link's name. Belongs inside `Doors`. */
export function DoorCard({ href, title, text, drawing, audience, level = 2 }: DoorCardProps): VNode {
  const Title = `h${level}` as const
  return (
    <li class="door" data-audience={audience}>
      {drawing && <Drawing name={drawing} />}
      <div>
        <Title>
          <a href={href}>{title}</a>
        </Title>
        {text && <p>{text}</p>}
      </div>
    </li>
  )
}
