import type { ComponentChildren, VNode } from 'preact'
import { type DataAttributes, dataAttributes } from './attributes.ts'
import { Icon, type IconName } from './icon.tsx'

/**
 * `urgent` is for urgent help and nothing else; `danger` does what cannot be undone (withdraw, erase), and carries the
 * sign of it: told apart by more than its colour.
 */
export type ButtonKind = 'primary' | 'quiet' | 'danger' | 'urgent'

export interface ButtonProps extends DataAttributes {
  readonly kind?: ButtonKind | undefined
  readonly type?: 'button' | 'submit' | undefined
  readonly onClick?: ((event: MouseEvent) => void) | undefined
  /** While busy the button keeps its focus, says `busyLabel` and lets nothing through. */
  readonly busy?: boolean | undefined
  readonly busyLabel?: string | undefined
  readonly icon?: IconName | undefined
  /** The element that says what it is about, where more buttons on the page are called the same. */
  readonly describedBy?: string | undefined
  readonly children: ComponentChildren
}

/** A button. While it is busy it keeps the focus and says so, and a press does nothing. */
export function Button(props: ButtonProps): VNode {
  const { kind = 'primary', type = 'button', onClick, busy = false, busyLabel, children } = props
  const icon = props.icon ?? (kind === 'danger' ? 'erase' : undefined)
  const click = (event: MouseEvent): void => {
    if (busy) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <>
      <button
        {...dataAttributes(props)}
        class="button"
        data-kind={kind}
        type={type}
        aria-disabled={busy || undefined}
        aria-describedby={props.describedBy}
        onClick={click}
      >
        {icon && <Icon name={icon} />}
        {busy && busyLabel ? busyLabel : children}
      </button>
      {busyLabel && (
        <span class="visually-hidden" role="status">
          {busy ? busyLabel : ''}
        </span>
      )}
    </>
  )
}

export interface LinkButtonProps extends DataAttributes {
  readonly href: string
  readonly kind?: ButtonKind | undefined
  readonly icon?: IconName | undefined
  readonly onClick?: ((event: MouseEvent) => void) | undefined
  readonly children: ComponentChildren
}

/** A link that looks like a button: it goes somewhere, or calls (`tel:`). */
export function LinkButton(props: LinkButtonProps): VNode {
  const { href, kind = 'primary', icon, onClick, children } = props
  return (
    <a {...dataAttributes(props)} class="button" data-kind={kind} href={href} onClick={onClick}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}

/** Buttons that belong together, side by side where there is room. */
export function Actions({ children }: { readonly children: ComponentChildren }): VNode {
  return <div class="actions">{children}</div>
}

export interface BackLinkProps extends DataAttributes {
  readonly href?: string | undefined
  readonly onClick?: ((event: MouseEvent) => void) | undefined
  readonly children: ComponentChildren
}

/** Back to the step or page before; a button when it only calls `onClick`. Stands above the heading. */
export function BackLink(props: BackLinkProps): VNode {
  const { href, onClick, children } = props
  const inside = (
    <>
      <Icon name="back" />
      {children}
    </>
  )
  return href === undefined ? (
    <button {...dataAttributes(props)} class="back" type="button" onClick={onClick}>
      {inside}
    </button>
  ) : (
    <a {...dataAttributes(props)} class="back" href={href} onClick={onClick}>
      {inside}
    </a>
  )
}
