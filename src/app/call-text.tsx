import type { JSX } from 'preact'
import { municipality } from '#municipality'

/** A sentence in which every helpline's number can be pressed to ring it. */
export function CallText({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      {text.split(numbers).map((part, index) => {
        const line = municipality.helplines.find(one => one.shown === part)
        return line ? (
          <a key={`${index}-${part}`} href={`tel:${line.number}`}>
            {part}
          </a>
        ) : (
          part
        )
      })}
    </>
  )
}

// The longest first, so that no number is taken for the beginning of another; the group keeps them in the split.
const numbers = new RegExp(
  `(?<!\\d)(${municipality.helplines
    .map(line => line.shown)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?!\\d)`,
)
