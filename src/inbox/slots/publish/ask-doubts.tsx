import type { ComponentChildren, JSX } from 'preact'
import { clock, clockText, dayName } from '../../../core/calendar/times.ts'
import { filled, formOf } from '../../../core/languages.ts'
import { Button, Confirm } from '../../../ui/index.ts'
import { useCopy } from '../../shared/copy.ts'
import { USUAL, type Doubt } from './doubts.ts'

/** More than one reads through: a series over Christmas is understood from a few. */
const SHOWN = 6

/** What is worth a second look, asked in the place of the button: the member who publishes knows best. */
export function AskDoubts(props: {
  readonly doubts: readonly Doubt[]
  readonly asking: boolean
  readonly busy: boolean
  /** What the button says that does it anyway. It submits the form. */
  readonly yes: string
  readonly onNo: () => void
  /** The buttons that stand there before; the one that submits carries `data-asks`. */
  readonly children: ComponentChildren
}): JSX.Element {
  const { t, lang } = useCopy()
  const { doubts } = props
  const word = (doubt: Doubt): string => {
    if (doubt.why === 'closed') return t(`slots.closedDays.${doubt.closed}`)
    if (doubt.why === 'room' || doubt.why === 'counsellor')
      return t(`slots.doubts.${doubt.why}`, { name: doubt.name })
    if (doubt.why === 'apart') return t('slots.doubts.apart', { time: clock(doubt.other, lang) })
    if (doubt.why === 'weekend' || doubt.why === 'days') return t(`slots.doubts.${doubt.why}`)
    const [from, to] = [USUAL.from, USUAL.to].map(time => clockText(time, lang))
    return t('slots.doubts.hours', { from, to })
  }
  const when = ({ startsAt }: Doubt): string =>
    filled(formOf(lang).dayAndTime, { day: dayName(startsAt, lang), time: clock(startsAt, lang) })
  const said = [
    ...doubts.slice(0, SHOWN).map(doubt => `${when(doubt)}: ${word(doubt)}`),
    ...(doubts.length > SHOWN ? [t('slots.doubts.more', { count: doubts.length - SHOWN })] : []),
  ]
  return (
    <>
      {props.asking && (
        <ul class="doubts">
          {said.map(one => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      <Confirm
        asking={props.asking}
        // The focus goes past the list to the question.
        label={said.join('. ')}
        question={t('slots.doubts.title')}
        answers={
          <>
            <Button type="submit" kind="quiet" busy={props.busy} busyLabel={t('slots.publishing')}>
              {props.yes}
            </Button>
            <Button kind="quiet" onClick={props.onNo}>
              {t('slots.doubts.no')}
            </Button>
          </>
        }
      >
        {props.children}
      </Confirm>
    </>
  )
}
