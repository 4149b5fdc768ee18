import type { ComponentChildren, VNode } from 'preact'

export interface FormProps {
  /** Called after the browser's own sending has been stopped. */
  readonly onSubmit: (event: SubmitEvent) => void
  /** True until the script is there, and while nothing may be changed. */
  readonly disabled?: boolean | undefined
  /** Said below a form whose script is still on its way, to whom it takes long. */
  readonly coming?: string | undefined
  readonly children: ComponentChildren
}

/**
 * A form that the browser neither checks nor sends. `method="post"` so that, should a browser ever send it
 * natively, no answer can land in an address; `form-action 'none'` stops it altogether. The fieldset shuts the form; it
 * groups nothing that has a name, so no group is announced.
 */
export function Form({ onSubmit, disabled = false, coming, children }: FormProps): VNode {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    onSubmit(event)
  }
  return (
    <form class="form" method="post" noValidate onSubmit={submit}>
      <fieldset class="form-body" role="presentation" disabled={disabled}>
        {children}
      </fieldset>
      {coming !== undefined && <p class="form-coming">{coming}</p>}
    </form>
  )
}
