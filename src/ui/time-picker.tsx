import type { VNode } from 'preact'
import { Choice, FieldGroup } from './choices.tsx'
import { useField } from './field.tsx'

export interface TimeOption {
  readonly id: string
  /** Written out, e.g. "Torsdag den 26. november". Times of one day stand together. */
  readonly day?: string | undefined
  /** The hours; with no `day` the whole of it, a line a date, with a comma between. */
  readonly time: string
  /** Place or telephone, seats left. */
  readonly detail?: string | readonly string[] | undefined
  /** Shown on a chosen time, e.g. "1. ønske". */
  readonly orderText?: string | undefined
}

export interface TimePickerProps {
  readonly name: string
  readonly legend: string
  readonly legendIsHeading?: boolean | undefined
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly times: readonly TimeOption[]
  /** Ids of the chosen times, first wish first. */
  readonly chosen: readonly string[]
  readonly max: number
  /** Said when `max` times are chosen: the others can be reached but not chosen until one is taken out. */
  readonly limitText?: string | undefined
  readonly onChange: (ids: string[]) => void
}

/** Free times grouped by day; the order in which they are ticked is the order of the wishes. */
export function TimePicker(props: TimePickerProps): VNode {
  const { name, error, times, chosen, max, limitText, onChange } = props
  const first = useField({ name }).id
  const full = chosen.length >= max
  const toggle = (id: string): void => {
    if (chosen.includes(id)) onChange(chosen.filter(other => other !== id))
    else if (!full) onChange([...chosen, id])
  }
  const days = [...new Set(times.flatMap(time => time.day ?? []))]
  const choice = (time: TimeOption, index: number): VNode => (
    <Choice
      key={time.id}
      type="checkbox"
      name={name}
      index={index}
      option={{ value: time.id, label: time.time, hint: time.detail }}
      checked={chosen.includes(time.id)}
      blocked={full && !chosen.includes(time.id)}
      invalid={Boolean(error)}
      badge={chosen.includes(time.id) ? time.orderText : undefined}
      onChange={() => {
        toggle(time.id)
      }}
    />
  )
  return (
    <FieldGroup {...props}>
      {days.map((day, d) => (
        <div class="day" key={day} role="group" aria-labelledby={`${first}-day-${d + 1}`}>
          <p class="day-name" id={`${first}-day-${d + 1}`}>
            {day}
          </p>
          {times.map((time, index) => time.day === day && choice(time, index))}
        </div>
      ))}
      {times.map((time, index) => time.day === undefined && choice(time, index))}
      {limitText && (
        <p class="hint" role="status">
          {full ? limitText : ''}
        </p>
      )}
    </FieldGroup>
  )
}
