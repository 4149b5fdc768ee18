import type { ComponentChildren, VNode } from 'preact'
import { useContext } from 'preact/hooks'
import { UiWords } from './words.ts'

export interface FieldText {
  readonly name: string
  readonly hint?: ComponentChildren
  readonly error?: string | undefined
}

export interface FieldIds {
  /** The input's id, or the first option's; where a link of the error summary leads. */
  readonly id: string
  readonly hintId: string
  readonly errorId: string
  /** Goes on the input, or on the fieldset around the options. */
  readonly describedBy: string | undefined
  readonly invalid: true | undefined
}

/** The id of the input (or of the first option) of the field `name`. */
export function fieldId(name: string): string {
  return `field-${name}`
}

/**
 * The ids that tie a field to its hint and its error, so that no caller writes ARIA by hand.
 * The hint is read before the error (GOV.UK's order). `more` are ids of further descriptions.
 */
export function useField({ name, hint, error }: FieldText, more?: string): FieldIds {
  const id = fieldId(name)
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const described = [hint ? hintId : '', error ? errorId : '', more ?? ''].filter(part => part !== '')
  return {
    id,
    hintId,
    errorId,
    describedBy: described.length > 0 ? described.join(' ') : undefined,
    invalid: error ? true : undefined,
  }
}

/** What helps to fill a field in, named by it through `aria-describedby`; nothing without a text. */
export function FieldHint({
  id,
  text,
}: {
  readonly id: string
  readonly text?: ComponentChildren
}): VNode | null {
  return text ? (
    <p class="hint" id={id}>
      {text}
    </p>
  ) : null
}

/** What is wrong with a field, named by it through `aria-describedby`; nothing without a text. */
export function FieldError({
  id,
  text,
}: {
  readonly id: string
  readonly text?: string | undefined
}): VNode | null {
  const { errorPrefix } = useContext(UiWords)
  return text ? (
    <p class="error" id={id}>
      {errorPrefix && <span class="visually-hidden">{errorPrefix} </span>}
      {text}
    </p>
  ) : null
}
