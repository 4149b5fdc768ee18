import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { checkStep, readPhone, sealedPhone, type FieldError } from '../../core/request/index.ts'
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
  useSubmit,
} from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { write, type Mailbox } from './mailbox.ts'

/** From no name to a name, in the same thread; what it means is said before it is sent. */
export function NameScreen(props: {
  readonly mailbox: Mailbox
  readonly onBack: () => void
  /** Gets the sentence that says how it went. */
  readonly onSent: (said: string) => void
}): JSX.Element {
  const { t } = useCopy()
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [failed, setFailed] = useState<'failed' | 'gone' | null>(null)

  const { busy, attempt, submit } = useSubmit({
    check() {
      setFailed(null)
      // The number may be left out here: one can be answered with the code.
      const found = checkStep('reach', { identity: 'named', name, phone }).filter(
        error => error.why !== 'phone-missing',
      )
      setErrors(found)
      return found.length === 0
    },
    async send() {
      const number = readPhone(phone)
      const given = { name: name.trim(), ...(number && { phone: sealedPhone(number) }) }
      const result = await write(props.mailbox, { text: t('replies:name.text'), ...given })
      if (result === 'sent') props.onSent(t('replies:name.done'))
      else if (result === 'waiting') props.onSent(t('replies:write.waiting'))
      else setFailed(result)
    },
  })

  // "The name we should ask for" belongs to a call; here one may also turn back.
  const sentenceOf = ({ why }: FieldError): string =>
    t(why === 'name-missing' ? 'replies:name.missing' : `request:errors.${why}`)
  const errorOf = (field: 'name' | 'phone'): string | undefined => {
    const error = errors.find(one => one.field === field)
    return error && sentenceOf(error)
  }
  return (
    <>
      <BackLink onClick={props.onBack}>{t('common:back')}</BackLink>
      <ErrorSummary
        title={t('request:errors.title')}
        errors={errors.map(error => ({ name: error.field, text: sentenceOf(error) }))}
        attempt={attempt}
      />
      <Heading focusable>{t('replies:name.title')}</Heading>
      <p>{t('replies:name.lead')}</p>
      <Form onSubmit={submit}>
        <TextField
          name="name"
          label={t('replies:name.name')}
          error={errorOf('name')}
          value={name}
          onInput={setName}
          autoComplete="name"
          spellcheck={false}
        />
        <PhoneField
          name="phone"
          label={t('replies:name.phone')}
          hint={t('replies:name.phoneHint')}
          optional
          error={errorOf('phone')}
          value={phone}
          onInput={setPhone}
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
          <Button type="submit" busy={busy} busyLabel={t('replies:write.sending')}>
            {t('replies:name.button')}
          </Button>
        </p>
      </Form>
    </>
  )
}
