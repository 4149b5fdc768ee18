import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { holdsCpr } from '../../../core/request/index.ts'
import { MESSAGE_TEXT_MAX } from '../../../core/sealing/index.ts'
import {
  Button,
  Choice,
  fieldId,
  Form,
  MessageField,
  Notice,
  ThreadText,
  useSubmit,
} from '../../../ui/index.ts'
import { bracketsIn } from '../../templates/filled.ts'
import { ChooseTemplate } from '../../templates/choose-template.tsx'
import { hasNumber } from '../../model/as-rows.ts'
import { writerOf } from '../../model/title.ts'
import { linesOf } from '../../model/as-text.ts'
import { useCopy } from '../../shared/copy.ts'
import { replyKey, useDraft, VIEW } from '../../shared/drafts.ts'
import { NotSent } from '../../shared/not-sent.tsx'
import { idsIn, NewerMessage, newsIn, prepareReply, sendReply, type Prepared } from '../../model/reply.ts'
import type { OpenedRequest, Readable } from '../../model/requests.ts'
import { useDesk } from '../../model/desk.ts'
import { NextRequest } from './next-request.tsx'
import { useDoubt } from '../../shared/use-doubt.ts'
import { useFieldError } from '../../shared/use-field-error.ts'
import { useSaid } from '../../shared/use-said.ts'
import { useSending } from '../../shared/use-sending.ts'

/** What a sealed reply depends on. */
const keyOf = (isNamed: boolean, words: string): string => `${isNamed} ${words}`

/** Answer in the thread: all of it that was on the screen, and nothing that came while it was being written. */
export function ReplyForm({
  opened,
  next,
}: {
  readonly opened: Readable
  /** The one to answer after this. */
  readonly next: OpenedRequest | undefined
}): JSX.Element {
  const { t } = useCopy()
  const { session, again } = useDesk()
  const { id } = opened.stored
  const [draft, setDraft] = useDraft(replyKey(id))
  const text = draft ?? ''
  // Kept beside the words, and off again for the next reply.
  const [named, setNamed] = useDraft(`${VIEW}named-${id}`)
  const shown = named !== undefined
  const [error, setError] = useFieldError('reply')
  /** A CPR number, or what is still to be filled in. */
  const doubts = useDoubt()
  const [said, setSaid] = useSaid('reply')
  const sending = useSending<Prepared>(replyKey(id))
  const here = idsIn(opened)
  const sent = sending.underWay()
  const hasArrived = sent !== null && here.includes(sent.ready.id)
  /** `read`: what was there when the writing began. `told`: what they were told to read since. */
  const [seen, setSeen] = useState(() => ({ read: new Set(here), told: new Set(here) }))
  const [behind, setBehind] = useState(false)
  const isNews = newsIn(opened, seen.read).length > 0 && text !== ''

  const words = text.trim()
  const check = (): boolean => {
    const wrong =
      words === '' ? t('reply.empty') : words.length > MESSAGE_TEXT_MAX ? t('reply.long') : undefined
    // Brackets may be meant.
    const [bracket] = bracketsIn(words)
    const doubt = holdsCpr(words) ? t('reply.cpr') : bracket && t('reply.bracket', { what: bracket })
    const asks = wrong === undefined && doubts.isNew(doubt)
    setError(asks ? doubt : wrong)
    setSaid('')
    if (wrong !== undefined || asks) return false
    const isBehind = newsIn(opened, seen.told).length > 0
    if (isBehind) setSeen({ ...seen, told: new Set(here) })
    setBehind(isBehind)
    return !isBehind
  }
  const { submit } = useSubmit({
    check,
    async send() {
      let done = false
      try {
        done = await sending.run(
          keyOf(shown, words),
          () => prepareReply(session, id, words, new Set(here), shown),
          sendReply,
        )
      } catch (caught) {
        if (!(caught instanceof NewerMessage)) throw caught
        setSeen({ ...seen, told: new Set(caught.there) })
        setBehind(true)
        again()
      }
      if (!done) return
      setDraft(undefined)
      setNamed(undefined)
      setSeen({ read: new Set(here), told: new Set(here) })
      setSaid(t('reply.sent'))
      again()
    },
  })
  useEffect(() => {
    if (!hasArrived) return
    // The answer was lost on its way, or the list was quicker: sent again it would be there twice.
    if (sent.key === keyOf(shown, words)) setDraft(undefined)
    sending.settle()
    setSaid(t('reply.arrived'))
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it is seen in the thread; the rest is as it is then
  }, [hasArrived])
  const outcome = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = outcome.current
    if (place === null || (said === '' && !behind)) return undefined
    // The thread above has grown by what was sent, or by what held it back, and has pushed that word out of sight. Who has
    // gone on to something else meanwhile is left there.
    const show = (): void => {
      if (place.contains(document.activeElement)) place.scrollIntoView({ block: 'nearest' })
    }
    show()
    // A notice gets its words a moment later.
    const grown = new ResizeObserver(show)
    grown.observe(place)
    return () => {
      grown.disconnect()
    }
  }, [said, behind, here.length])
  const write = (next: string): void => {
    // Who begins now has the whole thread above.
    if (text === '') setSeen({ read: new Set(here), told: new Set(here) })
    setDraft(next)
    setError(undefined)
    setSaid('')
    doubts.forget()
  }
  return (
    <Form onSubmit={submit}>
      <ChooseTemplate
        opened={opened}
        onChoose={template => {
          // What is written already stays: the template comes below it.
          write(text.trim() === '' ? template : `${text.trimEnd()}\n\n${template}`)
          document.getElementById(fieldId('reply'))?.focus()
        }}
      />
      <MessageField
        name="reply"
        label={t('reply.label')}
        hint={t(hasNumber(opened) ? 'reply.hintCall' : 'reply.hint')}
        error={error}
        value={text}
        onInput={write}
        rows={4}
        maxLength={MESSAGE_TEXT_MAX}
        left={
          text.length > MESSAGE_TEXT_MAX - 300
            ? text.length > MESSAGE_TEXT_MAX
              ? t('reply.over', { count: text.length - MESSAGE_TEXT_MAX })
              : t('reply.left', { count: MESSAGE_TEXT_MAX - text.length })
            : undefined
        }
        autoComplete="off"
      />
      <Choice
        type="checkbox"
        name="named"
        index={0}
        option={{
          value: 'named',
          label: t('reply.named', { name: session.name }),
          hint: t('reply.namedHint'),
        }}
        checked={shown}
        onChange={() => {
          setNamed(shown ? undefined : 'named')
          setSaid('')
        }}
      />
      <div class="flow" ref={outcome}>
        {(behind || isNews) && <News opened={opened} after={seen.read} />}
        <p class="act">
          <Button type="submit" busy={sending.busy} busyLabel={t('reply.sending')}>
            {t('reply.button')}
          </Button>
          <span role="status">{said}</span>
          {said !== '' && <NextRequest next={next} />}
        </p>
      </div>
      <NotSent failed={sending.failed} written />
    </Form>
  )
}

/** What came while the reply was being written, where the writer looks. */
function News(props: { readonly opened: Readable; readonly after: ReadonlySet<string> }): JSX.Element {
  const { t, lang } = useCopy()
  const { session } = useDesk()
  const news = newsIn(props.opened, props.after)
  return (
    <Notice tone="care" live>
      <p>{t(news.some(one => one.message.from === 'staff') ? 'reply.newerStaff' : 'reply.newer')}</p>
      {news.map(({ id, message }) => (
        <ThreadText key={id}>
          {[`${writerOf(message, session, t)}:`, ...linesOf(message, t, lang), message.text].join('\n')}
        </ThreadText>
      ))}
    </Notice>
  )
}
