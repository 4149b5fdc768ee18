import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { RadioGroup } from '../../../ui/index.ts'
import { useCopy } from '../../shared/copy.ts'
import { useFieldError } from '../../shared/use-field-error.ts'

type Why = {
  /** What a note says to colleagues; undefined until a reason is chosen. */
  readonly note: string | undefined
  /** Whether a reason is chosen. The question says so when it is not, and takes the focus. */
  isGiven(): boolean
  forget(): void
  ask(): JSX.Element
}

/**
 * Asks why a request is closed. Where it is not said, nothing is closed.
 * @param name that no other question on the page has
 */
export function useReason(
  name: string,
  reasons: readonly { readonly value: string; readonly label: string }[],
): Why {
  const { t } = useCopy()
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const [missing, setMissing] = useFieldError(name)
  const reason = reasons.find(({ value }) => value === chosen)
  return {
    note: reason && t('close.note', { reason: reason.label }),
    isGiven() {
      setMissing(reason === undefined ? t('close.missing') : undefined)
      return reason !== undefined
    },
    forget() {
      setChosen(undefined)
    },
    ask: () => (
      <RadioGroup
        name={name}
        legend={t('close.legend')}
        options={reasons}
        value={chosen}
        error={missing}
        onChange={value => {
          setChosen(value)
          setMissing(undefined)
        }}
      />
    ),
  }
}
