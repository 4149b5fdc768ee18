import type { ParseKeys } from 'i18next'
import { Fragment, type JSX } from 'preact'
import { CallText } from '../../call-text.tsx'
import type { Namespace } from '../../copy/resources.ts'
import { useCopy } from '../../copy/copy.ts'

/** The key of a sentence in any of the citizen's copy: `youth:answer`. */
export type Key = ParseKeys<Namespace[]>

function Sentence({ id }: { readonly id: Key }): JSX.Element {
  const { t } = useCopy()
  return <CallText text={t(id) as string /* the key of a sentence, never of a branch */} />
}

/** One or more sentences, a paragraph each. */
export function Say({ keys }: { readonly keys: readonly Key[] }): JSX.Element {
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
export function Run({ keys }: { readonly keys: readonly Key[] }): JSX.Element {
  return (
    <p>
      {keys.map(key => (
        <Fragment key={key}>
          <Sentence id={key} />{' '}
        </Fragment>
      ))}
    </p>
  )
}

/** Short lines of one list. */
export function Points({ keys }: { readonly keys: readonly Key[] }): JSX.Element {
  return (
    <ul>
      {keys.map(key => (
        <li key={key}>
          <Sentence id={key} />
        </li>
      ))}
    </ul>
  )
}
