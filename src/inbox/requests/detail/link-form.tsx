import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { nameOfDay } from '../../../core/calendar/times.ts'
import type { Language } from '../../../core/languages.ts'
import { Button, Form, RadioGroup, useSubmit } from '../../../ui/index.ts'
import { tIn, useCopy, type T } from '../../shared/copy.ts'
import type { Candidate } from '../../model/candidates.ts'
import { referenceOf } from '../../model/links.ts'
import { Newer, NotSent } from '../../shared/not-sent.tsx'
import { languageOf } from '../../model/reply.ts'
import { shownPhone } from '../../model/number.ts'
import type { Readable } from '../../model/requests.ts'
import { titleOf } from '../../model/title.ts'
import { useFieldError } from '../../shared/use-field-error.ts'
import { useNotice } from './use-notice.ts'

export type Linking = {
  readonly opened: Readable
  readonly onBegin: () => void
  readonly onLinked: () => void
}

/** Links this request to an older one of the same person, and tells them so. */
export function LinkForm(props: Linking & { readonly candidates: readonly Candidate[] }): JSX.Element {
  const { t, lang } = useCopy()
  const { opened, candidates } = props
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const [missing, setMissing] = useFieldError('older')
  const { busy, failed, behind, notify } = useNotice(opened)
  const other = candidates.find(one => one.other.stored.id === chosen)?.other
  // What the person will read, in their own language.
  const theirs = languageOf(opened)
  const text = other && tIn(theirs)('link.message', { day: nameOfDay(other.stored.receivedOn, theirs) })

  const { submit } = useSubmit({
    check() {
      props.onBegin()
      setMissing(other ? undefined : t('link.missing'))
      return other !== undefined
    },
    async send() {
      if (!other || text === undefined) return
      if (!(await notify(other.stored.id, { text, links: referenceOf(other) }))) return
      setChosen(undefined)
      props.onLinked()
    },
  })
  return (
    <>
      <p>{t('link.care')}</p>
      <Form onSubmit={submit}>
        <RadioGroup
          name="older"
          legend={t('link.legend')}
          options={candidates.map(one => ({
            value: one.other.stored.id,
            label: titleOf(one.other, t),
            hint: hintOf(one, t, lang),
          }))}
          error={missing}
          value={chosen}
          onChange={one => {
            setChosen(one)
            setMissing(undefined)
            props.onBegin()
          }}
        />
        {text !== undefined && (
          <figure class="quote">
            <figcaption>{t('link.preview')}</figcaption>
            <blockquote lang={theirs}>{text}</blockquote>
          </figure>
        )}
        <p>
          <Button type="submit" kind="quiet" busy={busy} busyLabel={t('reply.sending')}>
            {t('link.button')}
          </Button>
        </p>
        {behind && <Newer />}
        <NotSent failed={failed} />
      </Form>
    </>
  )
}

/** What tells whether it is the one: what they have alike, when it came, its number and its first words. */
function hintOf({ other: { stored, envelope, given }, same }: Candidate, t: T, lang: Language): string[] {
  const phone = given.phone ?? envelope?.request.phone
  return [
    ...same.map(likeness => t(`link.same.${likeness}`)),
    t('list.received', { day: nameOfDay(stored.receivedOn, lang) }),
    ...(phone === undefined ? [] : [shownPhone(phone)]),
    ...beginningOf(envelope?.request.message),
  ]
}

/** As many characters of a message as tell whether it is the one. */
const BEGINNING = 80

function beginningOf(message: string | undefined): string[] {
  if (message === undefined || message === '') return []
  const line = message.replace(/\s+/g, ' ').trim()
  return [line.length > BEGINNING ? `‘${line.slice(0, BEGINNING).trimEnd()} …’` : `‘${line}’`]
}
