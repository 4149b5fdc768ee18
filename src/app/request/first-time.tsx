import type { JSX } from 'preact'
import { municipality } from '#municipality'
import type { SlotKind } from '../../core/contract/index.ts'
import { Drawing, Heading } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'

/** "Sådan er første gang": what is known of it, and the words to say. */
export function FirstTime(props: {
  readonly alias: string | undefined
  readonly kind: SlotKind
  /** One comes along: then it is not a talk of two. */
  readonly interpreter: boolean
}): JSX.Element {
  const { alias, kind } = props
  const { t } = useCopy()
  const steps = [
    { drawing: 'door', text: t('request:first.door') },
    {
      drawing: 'table-talk',
      text: alias ? t('request:first.wordAlias', { alias }) : t('request:first.word'),
    },
    {
      drawing: 'two-chairs',
      text: t(
        kind === 'relatives-course' || props.interpreter ? 'request:first.meetCourse' : 'request:first.meet',
      ),
    },
    { drawing: 'bench', text: t('request:first.ask') },
  ] as const
  return (
    <section class="first-time">
      <Heading level={2}>{t('request:first.title')}</Heading>
      <ol>
        {steps.map(step => (
          <li key={step.drawing}>
            <Drawing name={step.drawing} />
            <p>{step.text}</p>
          </li>
        ))}
      </ol>
      {municipality.confirmed.mayRefuseAtFirstTalk && <p>{t('request:first.refuse')}</p>}
    </section>
  )
}
