import type { JSX } from 'preact'
import { municipality } from '#municipality'
import type { Language, OpenMatters } from '../../../core/facts/types.ts'
import { useCopy } from '../../copy/copy.ts'
import type { Key } from './words.tsx'

type Question = { readonly id: keyof OpenMatters; readonly ask: Key }

const answerTo = (id: Question['id'], lang: Language, matters: OpenMatters): string | undefined =>
  matters[id]?.[lang]

/**
 * What the standards leave open. Until the municipality has answered it stands as a question to ask;
 * its answer takes the question's place.
 */
export function OpenMatter({
  id,
  ask,
  matters = municipality.openMatters,
}: Question & { readonly matters?: OpenMatters }): JSX.Element {
  const { t, lang } = useCopy()
  return <p data-open-matter={id}>{answerTo(id, lang, matters) ?? t(ask)}</p>
}

/** Several of them: the answered ones as sentences, the others as a list of questions to take along. */
export function OpenQuestions(props: {
  readonly intro: Key
  readonly questions: readonly Question[]
  readonly matters?: OpenMatters
}): JSX.Element {
  const { t, lang } = useCopy()
  const { intro, questions, matters = municipality.openMatters } = props
  const told = questions.filter(({ id }) => answerTo(id, lang, matters) !== undefined)
  const open = questions.filter(({ id }) => answerTo(id, lang, matters) === undefined)
  return (
    <>
      {told.map(({ id }) => (
        <p key={id} data-open-matter={id}>
          {answerTo(id, lang, matters)}
        </p>
      ))}
      {open.length > 0 && <p>{t(intro)}</p>}
      {open.length > 0 && (
        <ul>
          {open.map(({ id, ask }) => (
            <li key={ask} data-open-matter={id}>
              {t(ask)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
