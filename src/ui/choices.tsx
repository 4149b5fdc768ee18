import type { ComponentChildren, VNode } from 'preact'
import { FieldError, FieldHint, useField } from './field.tsx'

export interface Option<Value extends string = string> {
  readonly value: Value
  readonly label: string
  /** More about it; several lines where that keeps them apart better. */
  readonly hint?: string | readonly string[] | undefined
}

interface GroupProps {
  readonly name: string
  readonly legend: string
  /** The question is the heading of the page: the legend holds an `<h1>` that can take the focus. */
  readonly legendIsHeading?: boolean | undefined
  readonly hint?: ComponentChildren
  readonly error?: string | undefined
}

export interface RadioGroupProps<Value extends string = string> extends GroupProps {
  readonly options: readonly Option<Value>[]
  readonly value: Value | undefined
  readonly onChange: (value: Value) => void
}

/** One answer of several. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>): VNode {
  const { name, options, value, onChange } = props
  return (
    <FieldGroup {...props} radios>
      {options.map((option, index) => (
        <Choice
          key={option.value}
          type="radio"
          name={name}
          index={index}
          option={option}
          checked={option.value === value}
          onChange={() => {
            onChange(option.value)
          }}
        />
      ))}
    </FieldGroup>
  )
}

export interface CheckGroupProps<Value extends string = string> extends GroupProps {
  readonly options: readonly Option<Value>[]
  readonly values: readonly Value[]
  /** Gets the new values in the order of the options. */
  readonly onChange: (values: Value[]) => void
}

/** Any number of answers. */
export function CheckGroup<Value extends string>(props: CheckGroupProps<Value>): VNode {
  const { name, options, values, error, onChange } = props
  const toggle = (value: Value): void => {
    onChange(options.map(o => o.value).filter(v => (v === value ? !values.includes(v) : values.includes(v))))
  }
  return (
    <FieldGroup {...props}>
      {options.map((option, index) => (
        <Choice
          key={option.value}
          type="checkbox"
          name={name}
          index={index}
          option={option}
          checked={values.includes(option.value)}
          invalid={Boolean(error)}
          onChange={() => {
            toggle(option.value)
          }}
        />
      ))}
    </FieldGroup>
  )
}

/** The fieldset around radios, checkboxes or times, with its question, hint and error. */
export function FieldGroup(
  props: GroupProps & { readonly radios?: boolean; readonly children: ComponentChildren },
): VNode {
  const { legend, legendIsHeading, hint, error, radios, children } = props
  const field = useField(props)
  // aria-invalid belongs to a radiogroup or to single checkboxes, not to a plain group (WAI-ARIA 1.2, 6.6.9).
  const kind = radios ? ({ role: 'radiogroup', 'aria-invalid': field.invalid } as const) : {}
  return (
    <fieldset class="field" data-invalid={field.invalid} aria-describedby={field.describedBy} {...kind}>
      <legend>{legendIsHeading ? <h1 tabIndex={-1}>{legend}</h1> : legend}</legend>
      <FieldHint id={field.hintId} text={hint} />
      <FieldError id={field.errorId} text={error} />
      <div class="choices">{children}</div>
    </fieldset>
  )
}

export interface ChoiceProps {
  readonly type: 'radio' | 'checkbox'
  readonly name: string
  readonly index: number
  readonly option: Option
  readonly checked: boolean
  readonly invalid?: boolean | undefined
  /** Cannot be chosen now, but can be reached and is read out. */
  readonly blocked?: boolean | undefined
  /** Shown at the end of the row and read with the label, e.g. "1. ønske". */
  readonly badge?: string | undefined
  readonly onChange: () => void
}

/** One row; all of it can be pressed. The first of a field carries the field's own id. */
export function Choice(props: ChoiceProps): VNode {
  const { type, name, index, option, checked, invalid, blocked, badge, onChange } = props
  const first = useField({ name }).id
  const id = index === 0 ? first : `${first}-${index + 1}`
  const hintId = `${id}-about`
  const click = (event: MouseEvent): void => {
    if (blocked) event.preventDefault()
  }
  return (
    <div class="choice">
      <input
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        aria-describedby={option.hint ? hintId : undefined}
        aria-invalid={invalid || undefined}
        aria-disabled={blocked || undefined}
        onClick={click}
        onChange={onChange}
      />
      <label for={id}>
        {option.label}
        {badge && (
          <>
            {/* Heard in one breath without it. */}
            <span class="visually-hidden">,</span>
            <span class="badge"> {badge}</span>
          </>
        )}
      </label>
      {option.hint && (
        <p class="hint" id={hintId}>
          {typeof option.hint === 'string'
            ? option.hint
            : option.hint.map((line, at, all) => (
                <span key={line}>
                  {line}
                  {/* The end of a line is not heard. */}
                  {at < all.length - 1 && ', '}
                </span>
              ))}
        </p>
      )}
    </div>
  )
}
