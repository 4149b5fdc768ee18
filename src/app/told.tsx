import type { JSX } from 'preact'
import { toldIn } from '../core/facts/told.ts'
import type { Told } from '../core/facts/types.ts'
import { dirOf } from '../core/languages.ts'
import { useCopy } from './copy/copy.ts'

/** What the municipality says. Where it has not said it in the page's language, it is marked as Danish. */
export function ToldHere({ of }: { readonly of: Told }): JSX.Element {
  const { lang } = useCopy()
  const told = toldIn(of, lang)
  if (told.lang === lang) return <>{told.text}</>
  return (
    <span lang={told.lang} dir={dirOf(told.lang)}>
      {told.text}
    </span>
  )
}
