import type { JSX } from 'preact'
import type { Sign } from '../../model/requests.ts'

/** The sentences in which a sign of crisis stands, with the words marked; the whole text where none is found again. */
export function MarkedWords({ text, passages }: Pick<Sign, 'text' | 'passages'>): JSX.Element {
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
