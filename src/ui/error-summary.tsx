import type { VNode } from 'preact'
import { useContext, useEffect, useRef } from 'preact/hooks'
import { fieldId } from './field.tsx'
import { UiWords } from './words.ts'

export interface FieldProblem {
  /** The field's name; the link leads to `field-<name>`. */
  readonly name: string
  readonly text: string
}

export interface ErrorSummaryProps {
  readonly title: string
  readonly errors: readonly FieldProblem[]
  /** Counts the tries to go on, so that the summary takes the focus again when the same errors remain. */
  readonly attempt?: number | undefined
}

/**
 * What has to be mended, at the top of the page; takes the focus when it appears or changes.
 * `role="alert"` sits on a child, since alert and focus on one node race (govuk-frontend #2657, #2677).
 */
export function ErrorSummary({ title, errors, attempt }: ErrorSummaryProps): VNode | null {
  const box = useRef<HTMLDivElement>(null)
  const content = errors.map(error => `${error.name}: ${error.text}`).join('\n')
  useEffect(() => {
    if (content !== '') box.current?.focus()
  }, [content, attempt])
  useErrorInTitle(errors.length > 0)

  if (errors.length === 0) return null
  return (
    <div class="error-summary" tabIndex={-1} ref={box}>
      <div role="alert">
        <h2>{title}</h2>
        <ul>
          {errors.map(error => (
            <li key={error.name}>
              <a
                href={`#${fieldId(error.name)}`}
                onClick={event => {
                  // Only when the field is found: otherwise the browser may follow the link itself.
                  if (goToField(error.name)) event.preventDefault()
                }}
              >
                {error.text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** The title says "error" while there is one, and never more: a screen reader says it first when the page is come to. */
function useErrorInTitle(wrong: boolean): void {
  const { errorPrefix } = useContext(UiWords)
  useEffect(() => {
    if (!wrong || errorPrefix === '') return undefined
    const said = `${errorPrefix} `
    document.title = said + document.title
    return () => {
      // Another title that was set meanwhile has taken it away.
      if (document.title.startsWith(said)) document.title = document.title.slice(said.length)
    }
  }, [wrong, errorPrefix])
}

/**
 * Brings the question into view and then focuses its field: in the other order the question may stay off the
 * screen and a screen reader says no more than "edit" (govuk-frontend, error-summary.mjs).
 * Returns whether there is such a field.
 */
function goToField(name: string): boolean {
  const field = document.getElementById(fieldId(name))
  if (field === null) return false
  const question = questionOf(field)
  question.scrollIntoView()
  field.focus({ preventScroll: true })
  return true
}

function questionOf(field: HTMLElement): Element {
  const ownLabel = document.querySelector(`label[for="${field.id}"]`)
  if (!(field instanceof HTMLInputElement) || (field.type !== 'radio' && field.type !== 'checkbox'))
    return ownLabel ?? field
  return field.closest('fieldset.field')?.querySelector('legend') ?? ownLabel ?? field
}
