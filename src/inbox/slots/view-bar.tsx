import type { JSX } from 'preact'
import { daysAfter } from '../../core/calendar/days.ts'
import { Actions, Button } from '../../ui/index.ts'
import { useCopy } from '../shared/copy.ts'
import { today } from '../shared/today.ts'
import { daysOf, type View } from './shown-days.ts'

/** Chooses a day or a week of times, and goes back and on. */
export function ViewBar(props: {
  readonly view: View
  readonly onView: (view: View) => void
  /** The day that the view begins with, `YYYY-MM-DD`. */
  readonly first: string
  /** Gets a day that is to be shown. */
  readonly onAnchor: (day: string) => void
}): JSX.Element {
  const { t } = useCopy()
  const { view, first } = props
  const step = daysOf(view, first).length
  const go = (label: string, toDay: () => string): JSX.Element => (
    <Button
      kind="quiet"
      onClick={() => {
        props.onAnchor(toDay())
      }}
    >
      {label}
    </Button>
  )
  return (
    <div class="inbox-bar">
      <div class="actions" role="group" aria-label={t('list.show')}>
        {(['day', 'week'] as const).map(name => (
          <button
            key={name}
            type="button"
            class="toggle"
            aria-pressed={view === name}
            onClick={() => {
              props.onView(name)
            }}
          >
            {t(`slots.view.${name}`)}
          </button>
        ))}
      </div>
      <Actions>
        {go(t(`slots.before.${view}`), () => daysAfter(first, -step))}
        {go(t(`slots.after.${view}`), () => daysAfter(first, step))}
        {go(t('slots.today'), today)}
      </Actions>
    </div>
  )
}
