import type { JSX } from 'preact'
import { onOneLine } from '../../../core/languages.ts'
import { Actions, Button } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import { SlotPicker } from '../../slots/slot-picker.tsx'
import type { ScreenProps } from './screen.ts'

/** When can you come? For a young person the first of two screens; for an adult without a name a side step. */
export function TimesScreen(props: ScreenProps): JSX.Element {
  const { t, href } = useCopy()
  const young = props.answers.audience === 'youth'
  const offered = props.slots.kind === 'there' && props.slots.slots.length > 0
  const writes = (
    <Button
      kind={offered ? 'quiet' : 'primary'}
      onClick={() => {
        props.decide({ slotIds: [] })
      }}
    >
      {t(offered ? 'request:times.noneFits' : 'request:times.write')}
    </Button>
  )
  return (
    <>
      <SlotPicker
        {...props}
        kind={young ? 'youth-talk' : 'adult-talk'}
        legend={t(young ? 'request:times.youthLegend' : 'request:times.adultLegend')}
        legendIsHeading
        hint={whole(
          `${t(young ? 'request:times.youthIntro' : 'request:times.adultIntro')} ${t('request:times.hint')}`,
        )}
        empty={t('request:times.none')}
      />
      {young && (
        <p>
          <a href={href('check')}>{whole(t('request:times.notYou'))}</a>
        </p>
      )}
      <Actions>
        {offered && <Button type="submit">{t('common:next')}</Button>}
        {writes}
      </Actions>
    </>
  )
}

/** Keeps an age like "15-17 år" or "15 to 17" on one line, and no break before the word. */
const whole = (text: string): string => text.replace(/\d+(?:-| \p{L}+ )\d+ /gu, onOneLine)
