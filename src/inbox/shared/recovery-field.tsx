import type { JSX } from 'preact'
import { TextField } from '../../ui/index.ts'
import { useCopy } from './copy.ts'

/** Where the recovery key is typed or pasted. */
export function RecoveryField(props: {
  readonly value: string
  readonly error: string | undefined
  readonly onInput: (value: string) => void
}): JSX.Element {
  const { t } = useCopy()
  return (
    <TextField
      name="recovery"
      label={t('rescue.key')}
      hint={t('rescue.keyHint')}
      autoComplete="off"
      isCode
      {...props}
    />
  )
}
