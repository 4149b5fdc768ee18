import type { JSX } from 'preact'
import { municipality } from '#municipality'
import { toldText } from '../../../core/facts/told.ts'
import type { Language, OpenMatters } from '../../../core/facts/types.ts'
import { CallText } from '../../call-text.tsx'
import { useCopy } from '../../copy/copy.ts'
import type { Key } from './words.tsx'

export type Question = {
  readonly id: keyof OpenMatters
  readonly ask: Key
  /** The same matter stands further up the page: once answered, the question goes and the answer is not said again. */
  readonly toldAbove?: boolean
  /** Inside a paragraph, among other sentences. */
  readonly inline?: boolean
}

type Matters = { readonly matters?: OpenMatters }

function answerTo(id: Question['id'], lang: Language, matters: OpenMatters): string | undefined {
  const answer = matters[id]
  return answer ? toldText(answer, lang) : undefined
}

/**
 * What the standards leave open. Until the municipality has answered it stands as a question to ask;
 * its answer takes the question's place.
 */
export function OpenMatter(props: Question & Matters): JSX.Element | null {
  const { t, lang } = useCopy()
  const { id, ask, toldAbove = false, inline = false, matters = municipality.openMatters } = props
  const Tag = inline ? 'span' : 'p'
  const answer = answerTo(id, lang, matters)
  if (answer !== undefined && toldAbove) return null
  return (
    <Tag data-open-matter={id}>
      <CallText text={answer ?? (t(ask) as string)} />
    </Tag>
  )
}

/** Several of them: the answered ones as sentences, the others as a list of questions to take along. */
export function OpenQuestions(
  props: { readonly intro: Key; readonly questions: readonly Question[] } & Matters,
): JSX.Element {
  const { t, lang } = useCopy()
  const { intro, questions, matters = municipality.openMatters } = props
  const isOpen = ({ id }: Question): boolean => answerTo(id, lang, matters) === undefined
  const open = questions.filter(isOpen)
  return (
    <>
      {questions
        .filter(question => !isOpen(question))
        .map(question => (
          <OpenMatter key={question.ask} {...question} matters={matters} />
        ))}
      {open.length > 0 && <p>{t(intro)}</p>}
      {open.length > 0 && (
        <ul>
          {open.map(({ id, ask }) => (
            <li key={ask} data-open-matter={id}>
              <CallText text={t(ask) as string} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
