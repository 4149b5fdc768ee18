import type { JSX } from 'preact'
import { municipality } from '#municipality'
import type { OpenMatters } from '../../../core/facts/types.ts'
import { Box, LinkButton } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import type { Key } from './key.ts'
import { FoldedSection } from './section.tsx'

type Question = { readonly matter: keyof OpenMatters; readonly ask: Key }

/**
 * What the standards leave open, in one place on the page: questions to ask, and a way to take them along into the
 * message. A question that the municipality has answered goes; without any there is no box.
 */
export function AskBox(props: {
  readonly audience: 'adult' | 'youth-talk' | 'relative'
  readonly questions: readonly Question[]
  readonly matters?: OpenMatters
  /** Among the folds of a long page, under a heading as theirs. */
  readonly folded?: boolean
}): JSX.Element | null {
  const { t, href } = useCopy()
  const { audience, questions, matters = municipality.openMatters, folded = false } = props
  const open = questions.filter(({ matter }) => !matters[matter]).map(({ ask }) => t(ask) as string)
  if (open.length === 0) return null
  const inside = (
    <>
      <ul>
        {open.map(question => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <p>
        <LinkButton
          href={href('contact')}
          kind="quiet"
          data-audience={audience}
          data-message={open.join('\n')}
        >
          {t('common:ask.write')}
        </LinkButton>
      </p>
    </>
  )
  return folded ? (
    <FoldedSection id="ask" heading="common:ask.title" level={2}>
      {inside}
    </FoldedSection>
  ) : (
    <Box title={t('common:ask.title')}>{inside}</Box>
  )
}
