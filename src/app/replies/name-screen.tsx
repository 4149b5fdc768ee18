import type { JSX } from 'preact'
import {
  BackLink,
  Box,
  Button,
  ErrorSummary,
  Form,
  Heading,
  Notice,
  PhoneField,
  TextField,
} from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import type { Mailbox } from './mailbox.ts'
import type { Said } from './thread-screen.tsx'
import { useGivenName } from './use-given-name.ts'

/** From no name to a name, in the same thread; what it means is said before it is sent. */
export function NameScreen(props: {
  readonly mailbox: Mailbox
  readonly onBack: () => void
  /** Gets what the thread is to say of how it went. */
  readonly onSent: (said: Said) => void
}): JSX.Element {
  const { t } = useCopy()
  const given = useGivenName(props.mailbox, props.onSent)
  const { errorOf, failed } = given
  return (
    <>
      <BackLink onClick={props.onBack}>{t('common:back')}</BackLink>
      <ErrorSummary title={t('request:errors.title')} errors={given.errors} attempt={given.attempt} />
      <Heading focusable>{t('replies:name.title')}</Heading>
      <p>{t('replies:name.lead')}</p>
      <Form onSubmit={given.submit}>
        <TextField
          name="name"
          label={t('replies:name.name')}
          error={errorOf('name')}
          value={given.name}
          onInput={given.setName}
          autoComplete="name"
          spellcheck={false}
        />
        <PhoneField
          name="phone"
          label={t('replies:name.phone')}
          hint={t('replies:name.phoneHint')}
          optional
          error={errorOf('phone')}
          value={given.phone}
          onInput={given.setPhone}
        />
        <Box title={t('replies:name.boxTitle')}>
          {t('replies:name.box', { returnObjects: true }).map(text => (
            <p key={text}>{text}</p>
          ))}
          <p>{t('replies:name.boxYouth')}</p>
          <p>{t('replies:name.boxStay')}</p>
        </Box>
        <div role="status">
          {failed && (
            <Notice tone="care">
              <p>{t(`replies:write.${failed}`)}</p>
            </Notice>
          )}
        </div>
        <p>
          <Button type="submit" busy={given.busy} busyLabel={t('replies:write.sending')}>
            {t('replies:name.button')}
          </Button>
        </p>
      </Form>
    </>
  )
}
