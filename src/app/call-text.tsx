import type { JSX } from 'preact'
import { municipality } from '#municipality'

/** A sentence in which every helpline's number can be pressed to ring it, and no "1-2" is torn apart at a line's end. */
export function CallText({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      {text.split(kept).map((part, index) => {
        // The split keeps what it parted at: every second part is a number or a span of figures.
        if (index % 2 === 0) return part
        const line = municipality.helplines.find(one => one.shown === part)
        return line ? (
          <a key={`${index}-${part}`} class="no-break" href={`tel:${line.number}`}>
            {part}
          </a>
        ) : (
          <span key={`${index}-${part}`} class="no-break">
            {part}
          </span>
        )
      })}
    </>
  )
}

// The longest first, so that no number is taken for the beginning of another; the group keeps them in the split.
const kept = new RegExp(
  `\\b(${municipality.helplines
    .map(line => line.shown)
    .sort((a, b) => b.length - a.length)
    .join('|')}|\\d+-\\d+)\\b`,
)
