import type { JSX } from 'preact'
import { municipality } from '#municipality'

/**
 * A sentence in which every helpline's number can be pressed to ring it, and no figure is torn at a line's end: not
 * "1-2" or "1 to 2", and not "14" from its "dage".
 */
export function CallText({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      {parted(text).map((part, index) => {
        // The split keeps what it parted at: every second part is a number or a figure.
        if (index % 2 === 0) return part
        const line = municipality.helplines.find(one => one.shown === part)
        return line ? (
          <a key={`${index}-${part}`} class="no-break" href={`tel:${line.number}`}>
            {part}
          </a>
        ) : (
          <span key={`${index}-${part}`} class={part.includes(' ') ? 'figure' : 'no-break'}>
            {part}
          </span>
        )
      })}
    </>
  )
}

/** Without a figure there is nothing to keep together, nor a number to ring. */
const parted = (text: string): string[] => (/\d/.test(text) ? text.split(kept) : [text])

/** An engine gets an expression ready when it is first used: this one while the phone is idle, and not while a screen is drawn. */
export function prepareCallText(): void {
  parted('0')
}

// The longest first, so that no number is taken for the beginning of another; the group keeps them in the split.
// A unit is what stands in small letters behind a figure: "15-17 år", "3. måned", "24. januar".
const kept = new RegExp(
  `\\b(${municipality.helplines
    .map(line => line.shown)
    .sort((a, b) => b.length - a.length)
    .join('|')}|\\d+(?:-| \\p{L}+ )\\d+(?: [\\p{Ll}\\p{Lo}]+)?|\\d+\\.? [\\p{Ll}\\p{Lo}]+)(?![\\p{L}\\d])`,
  'u',
)
