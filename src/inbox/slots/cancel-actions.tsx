import type { JSX } from 'preact'
import { Actions, Button } from '../../ui/index.ts'
import { useCopy } from '../shared/copy.ts'

/** Calls off, or leaves it. Nothing is erased, so it carries no bin: a letter goes out, where one can. */
export function CancelActions(props: {
  /** To how many people a word goes. */
  readonly told: number
  readonly busy: boolean
  readonly onClose: () => void
}): JSX.Element {
  const { t } = useCopy()
  const tells = props.told > 0
  return (
    <Actions>
      <Button
        type="submit"
        kind={tells ? 'danger' : 'quiet'}
        icon={tells ? 'letter' : undefined}
        busy={props.busy}
        busyLabel={t('cancel.busy')}
      >
        {t(tells ? 'cancel.button' : 'cancel.buttonSilent')}
      </Button>
      <Button kind="quiet" onClick={props.onClose}>
        {t('cancel.no')}
      </Button>
    </Actions>
  )
}
