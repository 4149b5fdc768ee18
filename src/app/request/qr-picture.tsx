import type { JSX } from 'preact'
import type { Square } from './qr.ts'

/** Light dots that a camera needs around the dark ones. */
const QUIET = 4

/** Dark on light by day and by night: many cameras read no other. */
export function QrPicture({
  square,
  label,
}: {
  readonly square: Square
  readonly label: string
}): JSX.Element {
  const side = square.size + 2 * QUIET
  return (
    <svg
      class="qr"
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={square.path} fill="#000" />
    </svg>
  )
}
