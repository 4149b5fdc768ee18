import type { JSX } from 'preact'
import { passagesOf } from '../../model/passages.ts'

/** The sentences in which a sign of crisis stands, with the words marked; the whole text where none is found again. */
export function MarkedWords({ text }: { readonly text: string }): JSX.Element {
  const passages = passagesOf(text)
  if (passages.length === 0) return <>{text}</>
  return (
    <>
      {passages.map(({ before, words, after }, index) => (
        <span key={index}>
          {index > 0 && ' … '}
          {before}
          <mark>{words}</mark>
          {after}
        </span>
      ))}
    </>
  )
}
