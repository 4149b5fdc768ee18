import type { ComponentChildren, VNode } from 'preact'

export interface SummaryRow {
  readonly key: string
  readonly label: string
  readonly value: ComponentChildren
  /** In plain words, e.g. "Ret telefonnummer": many such links stand together. */
  readonly change?:
    | {
        readonly label: string
        readonly href?: string | undefined
        readonly onClick?: ((event: MouseEvent) => void) | undefined
      }
    | undefined
}

/** The answers before sending, each with its way back. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }): VNode {
  return (
    <dl class="summary">
      {rows.map(({ key, label, value, change }) => (
        <div class="summary-row" key={key} data-key={key}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {change && (
            <dd class="summary-change">
              {change.href === undefined ? (
                <button class="link" type="button" onClick={change.onClick}>
                  {change.label}
                </button>
              ) : (
                <a class="link" href={change.href} onClick={change.onClick}>
                  {change.label}
                </a>
              )}
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
