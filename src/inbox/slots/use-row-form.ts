import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** A form that can be open under the row of a time. */
export type RowForm = 'cancel' | 'edit'

/** The form that is open under a row; closed, the focus goes back to the button that opened it: its `data-opens` names the form. */
export function useRowForm(isBooked: boolean): {
  readonly rowRef: RefObject<HTMLLIElement | null>
  readonly open: RowForm | null
  readonly show: (form: RowForm) => void
  readonly close: () => void
  /** Closes it when it is done: the focus goes where that is said. */
  readonly end: () => void
} {
  const [form, setForm] = useState<RowForm | null>(null)
  const open = form === 'cancel' && !isBooked ? null : form
  const rowRef = useRef<HTMLLIElement>(null)
  /** The form that has just been closed. */
  const closedRef = useRef<RowForm | null>(null)
  useEffect(() => {
    if (open !== null || closedRef.current === null) return
    rowRef.current?.querySelector<HTMLElement>(`[data-opens="${closedRef.current}"]`)?.focus()
    closedRef.current = null
  }, [open])
  return {
    rowRef,
    open,
    show: setForm,
    close() {
      closedRef.current = form
      setForm(null)
    },
    end() {
      setForm(null)
    },
  }
}
