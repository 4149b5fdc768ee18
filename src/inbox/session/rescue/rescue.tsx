import type { JSX } from 'preact'
import { Actions, Button, ErrorSummary, Form, Heading, Notice, useSubmit } from '../../../ui/index.ts'
import { useCopy } from '../../shared/copy.ts'
import { RecoveryField } from '../../shared/recovery-field.tsx'
import { NewKey } from '../join/new-key.tsx'
import { Rescued } from './rescued.tsx'
import { useRescue } from './use-rescue.ts'

/** All members' keys are lost: the holder of the recovery key makes a new first leader, and a new epoch. */
export function Rescue(props: { readonly onDone: () => void }): JSX.Element {
  const { t } = useCopy()
  const rescuing = useRescue()
  const { stage, error } = rescuing
  const { busy, attempt, submit } = useSubmit(rescuing)

  if (stage.at === 'leader') {
    const { rescue, team } = stage
    return (
      <NewKey
        title={t('rescue.leaderTitle')}
        lead={t('rescue.leaderLead')}
        onMade={(leader, locked) => rescuing.begin(rescue, team, leader, locked)}
      />
    )
  }
  if (stage.at === 'done') {
    return <Rescued locked={stage.locked} file={stage.file} onDone={props.onDone} />
  }
  return (
    <>
      <ErrorSummary
        title={t('rescue.errorTitle')}
        errors={error ? [{ name: 'recovery', text: error }] : []}
        attempt={attempt}
      />
      <Heading focusable>{t('rescue.title')}</Heading>
      <p>{t('rescue.lead')}</p>
      <Notice tone="care">
        <p>{t('rescue.care')}</p>
      </Notice>
      <Form onSubmit={submit}>
        <RecoveryField value={rescuing.typed} error={error} onInput={rescuing.setTyped} />
        <Actions>
          <Button type="submit" busy={busy} busyLabel={t('rescue.busy')}>
            {t('rescue.button')}
          </Button>
          <Button kind="quiet" onClick={props.onDone}>
            {t('join.toSignIn')}
          </Button>
        </Actions>
      </Form>
    </>
  )
}
