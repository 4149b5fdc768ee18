import type { VNode } from 'preact'

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
