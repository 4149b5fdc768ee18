import type { ComponentChildren, JSX } from 'preact'
import { useErrorBoundary } from 'preact/hooks'

/** Shows its children, or `instead` when drawing them fails: what is beside them stays. The error is reported. */
export function Guarded(props: {
  readonly instead: JSX.Element
  readonly children: ComponentChildren
}): JSX.Element {
  // Preact types the fault as `any`.
  const [error] = useErrorBoundary(reportError) as [unknown, () => void]
  return error === undefined ? <>{props.children}</> : props.instead
}
