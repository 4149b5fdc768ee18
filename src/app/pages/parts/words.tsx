import type { ParseKeys } from 'i18next'
import { Fragment, type JSX } from 'preact'
import type { Namespace } from '../../copy/resources.ts'
import { useCopy } from '../../copy/copy.ts'

/** The key of a sentence in any of the citizen's copy: `youth:answer`. */
export type Key = ParseKeys<Namespace[]>

/** One or more sentences, a paragraph each. */
export function Say({ keys }: { readonly keys: readonly Key[] }): JSX.Element {
  const { t } = useCopy()
  return (
    <>
      {keys.map(key => (
        <p key={key}>{t(key)}</p>
      ))}
    </>
  )
}

/** Several sentences in one paragraph. */
export function Run({ keys }: { readonly keys: readonly Key[] }): JSX.Element {
  const { t } = useCopy()
  return (
    <p>
      {keys.map(key => (
        <Fragment key={key}>{t(key)} </Fragment>
      ))}
    </p>
  )
}

/** Short lines of one list. */
export function Points({ keys }: { readonly keys: readonly Key[] }): JSX.Element {
  const { t } = useCopy()
  return (
    <ul>
      {keys.map(key => (
        <li key={key}>{t(key)}</li>
      ))}
    </ul>
  )
}
