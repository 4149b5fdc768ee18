import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Actions, BackLink, Box, Button, Heading, Notice, useSubmit } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { withdrawAll, type Mailbox } from './mailbox.ts'

/** Withdraw everything: first what it does and what it cannot do, then the deed. */
export function WithdrawScreen(props: {
  readonly mailbox: Mailbox
  readonly onBack: () => void
  readonly onGone: () => void
}): JSX.Element {
  const { t } = useCopy()
  const { mailbox } = props
  const [failed, setFailed] = useState(false)

  const { busy, submit } = useSubmit({
    async send() {
      setFailed(false)
      if (await withdrawAll(mailbox)) props.onGone()
      else setFailed(true)
    },
  })

  return (
    <>
      <BackLink onClick={props.onBack}>{t('common:back')}</BackLink>
      <Heading focusable>{t('replies:withdraw.title')}</Heading>
      <p>{t('replies:withdraw.what')}</p>
      {mailbox.answer.bookings.length > 0 && <p>{t('replies:withdraw.times')}</p>}
      <Box title={t('replies:withdraw.boxTitle')}>
        {t('replies:withdraw.box', { returnObjects: true }).map(text => (
          <p key={text}>{text}</p>
        ))}
      </Box>
      <div role="status">
        {failed && (
          <Notice tone="care">
            <p>{t('replies:withdraw.failed')}</p>
          </Notice>
        )}
      </div>
      <Actions>
        <Button kind="danger" busy={busy} busyLabel={t('replies:withdraw.busy')} onClick={submit}>
          {t('replies:withdraw.button')}
        </Button>
        <Button kind="quiet" onClick={props.onBack}>
          {t('replies:withdraw.no')}
        </Button>
      </Actions>
    </>
  )
}
