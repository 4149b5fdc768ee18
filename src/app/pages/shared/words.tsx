import { Fragment, type JSX } from 'preact'
import { CallText } from '../../call-text.tsx'
import { useCopy } from '../../copy/copy.ts'
import type { Key } from './key.ts'
import { methods } from './methods.ts'

export type { Key }
type Keys = { readonly keys: readonly Key[] }

/** One sentence, with telephone numbers in it that can be tapped. */
export function Sentence({ id }: { readonly id: Key }): JSX.Element {
  const { t } = useCopy()
  return <CallText text={t(id, methods) as string /* the key of a sentence, never of a branch */} />
}

/** One or more sentences, a paragraph each. */
export function Say({ keys }: Keys): JSX.Element {
  return (
    <>
      {keys.map(key => (
        <p key={key}>
          <Sentence id={key} />
        </p>
      ))}
    </>
  )
}

/** Several sentences in one paragraph. */
export function Run({ keys }: Keys): JSX.Element {
  return (
    <p>
      {keys.map((key, at) => (
        <Fragment key={key}>
          {at > 0 && ' '}
          <Sentence id={key} />
        </Fragment>
      ))}
    </p>
  )
}

/** Short lines of one list. */
export function Points({ keys }: Keys): JSX.Element {
  return <ul>{lines(keys)}</ul>
}

/** What comes one after the other. */
export function Steps({ keys }: Keys): JSX.Element {
  return <ol>{lines(keys)}</ol>
}

function lines(keys: readonly Key[]): JSX.Element[] {
  return keys.map(key => (
    <li key={key}>
      <Sentence id={key} />
    </li>
  ))
}

/** Lines that begin with a name and a colon: who looks for the name finds it. */
export function NamedPoints({ keys }: Keys): JSX.Element {
  const { t } = useCopy()
  return (
    <ul>
      {keys.map(key => {
        const [name = '', ...rest] = (t(key, methods) as string).split(':')
        return (
          <li key={key}>
            <strong>{name}:</strong>
            {rest.join(':')}
          </li>
        )
      })}
    </ul>
  )
}
