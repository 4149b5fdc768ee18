import type { VNode } from 'preact'
import { useContext } from 'preact/hooks'
import { FieldError, FieldHint, useField } from './field.tsx'
import { UiWords } from './words.ts'

interface CommonProps {
  readonly name: string
  readonly label: string | VNode
  /** The label is the heading of the page: it stands inside an `<h1>` that can take the focus. */
  readonly labelIsHeading?: boolean | undefined
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly value: string
  readonly onInput: (value: string) => void
  /** Says after the label that it may be left empty. */
  readonly optional?: boolean | undefined
  readonly autoComplete?: string | undefined
  readonly spellcheck?: boolean | undefined
}

export interface TextFieldProps extends CommonProps {
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'search' | undefined
  readonly width?: 'full' | 'short' | undefined
  /** Letters and digits that are no words: large, never corrected or marked as a mistake. */
  readonly isCode?: boolean | undefined
  readonly type?: 'text' | 'tel' | 'date' | 'time' | 'number' | undefined
}

/** A field of one line, with its label, hint and error. */
export function TextField(props: TextFieldProps): VNode {
  const {
    name,
    hint,
    error,
    value,
    onInput,
    autoComplete,
    inputMode,
    spellcheck,
    width,
    type = 'text',
  } = props
  const field = useField(props)
  // Sound: these types take the same attributes; Preact's types are a union with one literal each.
  const attributes = { type } as { type: 'text' }
  return (
    <div class="field" data-invalid={field.invalid}>
      <Label {...props} htmlFor={field.id} />
      <FieldHint id={field.hintId} text={hint} />
      <FieldError id={field.errorId} text={error} />
      <input
        class="input"
        {...attributes}
        id={field.id}
        name={name}
        value={value}
        data-width={width}
        inputMode={inputMode}
        autocomplete={autoComplete}
        spellcheck={props.isCode ? false : spellcheck}
        autocapitalize={props.isCode ? 'characters' : undefined}
        autocorrect={props.isCode ? 'off' : undefined}
        aria-describedby={field.describedBy}
        aria-invalid={field.invalid}
        onInput={event => {
          onInput(event.currentTarget.value)
        }}
      />
    </div>
  )
}

/** A telephone number, written as the person likes; never masked or put in another shape. */
export function PhoneField(props: TextFieldProps): VNode {
  return <TextField autoComplete="tel" inputMode="tel" width="short" {...props} type="tel" />
}

export interface MessageFieldProps extends CommonProps {
  readonly rows?: number | undefined
  /** In characters. Text beyond it is kept and marked, never cut off quietly: the form's own check speaks. */
  readonly maxLength?: number | undefined
  /** How much room is left, in words; read with the field, not at every key. */
  readonly left?: string | undefined
  /** Of what stands in it, where that is not the page's language: it is read out in a voice of its own. */
  readonly lang?: string | undefined
  /** Nothing can be changed in it for now; unlike `disabled` it lets the focus and the reader's place be. */
  readonly readOnly?: boolean | undefined
}

/** A field of several lines; `left` says below it how much room there is. */
export function MessageField(props: MessageFieldProps): VNode {
  const {
    name,
    hint,
    error,
    value,
    onInput,
    autoComplete,
    spellcheck,
    rows = 5,
    maxLength,
    left,
    lang,
    readOnly,
  } = props
  const leftId = `field-${name}-left`
  const field = useField(props, left ? leftId : undefined)
  return (
    <div class="field" data-invalid={field.invalid}>
      <Label {...props} htmlFor={field.id} />
      <FieldHint id={field.hintId} text={hint} />
      <FieldError id={field.errorId} text={error} />
      <textarea
        class="input"
        lang={lang}
        dir={lang === undefined ? undefined : 'auto'}
        id={field.id}
        name={name}
        value={value}
        rows={rows}
        readOnly={readOnly}
        autocomplete={autoComplete}
        spellcheck={spellcheck}
        aria-describedby={field.describedBy}
        aria-invalid={field.invalid}
        onInput={event => {
          onInput(event.currentTarget.value)
        }}
      />
      {left && (
        <p
          class="hint"
          id={leftId}
          data-over={maxLength !== undefined && value.length > maxLength ? '' : undefined}
        >
          {left}
        </p>
      )}
    </div>
  )
}

function Label(
  props: Pick<CommonProps, 'label' | 'labelIsHeading' | 'optional'> & { readonly htmlFor: string },
): VNode {
  const { label, labelIsHeading, optional, htmlFor } = props
  const words = useContext(UiWords)
  const inside = (
    <label class="label" for={htmlFor}>
      {label}
      {optional && words.optional && <span class="optional"> {words.optional}</span>}
    </label>
  )
  return labelIsHeading ? <h1 tabIndex={-1}>{inside}</h1> : inside
}
