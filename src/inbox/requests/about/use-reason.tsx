import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { RadioGroup } from '../../../ui/index.ts'
import { useCopy } from '../../shared/copy.ts'

type Why = {
  /** What a note says to colleagues; undefined until a reason is chosen. */
  readonly note: string | undefined
  /** Whether a reason is chosen. The question says so when it is not. */
  isGiven(): boolean
  forget(): void
  /** The question, under a name that no other question on the page has. */
  ask(name: string): JSX.Element
}

/** Asks why a request is closed. Where it is not said, nothing is closed. */
export function useReason(reasons: readonly { readonly value: string; readonly label: string }[]): Why {
  const { t } = useCopy()
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const [isMissing, setMissing] = useState(false)
  const reason = reasons.find(({ value }) => value === chosen)
  return {
    note: reason && t('close.note', { reason: reason.label }),
    isGiven() {
      setMissing(reason === undefined)
      return reason !== undefined
    },
    forget() {
      setChosen(undefined)
    },
    ask: name => (
      <RadioGroup
        name={name}
        legend={t('close.legend')}
        options={reasons}
        value={chosen}
        error={isMissing ? t('close.missing') : undefined}
        onChange={value => {
          setChosen(value)
          setMissing(false)
        }}
      />
    ),
  }
}
