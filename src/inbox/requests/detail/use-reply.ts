import { useEffect } from 'preact/hooks'
import { holdsCpr } from '../../../core/request/index.ts'
import { MESSAGE_TEXT_MAX } from '../../../core/sealing/index.ts'
import { useSubmit } from '../../../ui/index.ts'
import { useDesk } from '../../model/desk.ts'
import { idsIn, NewerMessage, newsIn, prepareReply, sendReply, type Prepared } from '../../model/reply.ts'
import type { Readable } from '../../model/requests.ts'
import { useCopy, type T } from '../../shared/copy.ts'
import { replyKey, useDraft, VIEW, writtenSince } from '../../shared/drafts.ts'
import type { Failure } from '../../shared/failure.ts'
import { useDoubt } from '../../shared/use-doubt.ts'
import { useFieldError } from '../../shared/use-field-error.ts'
import { useSaid } from '../../shared/use-said.ts'
import { useSending } from '../../shared/use-sending.ts'
import { bracketsIn } from '../../templates/filled.ts'
import { useSeen } from './use-seen.ts'

/** What a sealed reply says; what it answers, the number of messages above it, stands before that in its key. */
const saidOf = (isNamed: boolean, words: string): string => `${isNamed} ${words}`
const keyOf = (above: number, said: string): string => `${above} ${said}`
const saidIn = (key: string): string => key.slice(key.indexOf(' ') + 1)

/** What keeps a reply from being sent. */
const wrongIn = (words: string, t: T): string | undefined =>
  words === '' ? t('reply.empty') : words.length > MESSAGE_TEXT_MAX ? t('reply.long') : undefined

/** A CPR number, or what is still to be filled in: brackets may be meant. */
function doubtIn(words: string, t: T): string | undefined {
  const [bracket] = bracketsIn(words)
  return holdsCpr(words) ? t('reply.cpr') : bracket && t('reply.bracket', { what: bracket })
}

export type Replying = {
  readonly text: string
  readonly write: (text: string) => void
  /** Whether the person is to see who has answered. */
  readonly shown: boolean
  readonly onShown: (shown: boolean) => void
  /** Why it is not sent as it is; said at the field. */
  readonly error: string | undefined
  readonly busy: boolean
  readonly failed: Failure | null
  /** That it was sent, or has arrived all the same. */
  readonly said: string
  /** Whether it was held back, since something came while it was being written. */
  readonly behind: boolean
  /** The ids of what the writer had read when they began, where something came since; null where nothing did. */
  readonly readBefore: ReadonlySet<string> | null
  readonly submit: () => void
}

/** Writes a reply, seals and sends it once, and holds it back while there is something its writer has not seen. */
export function useReply(opened: Readable): Replying {
  const { t } = useCopy()
  const { session, again } = useDesk()
  const { id } = opened.stored
  const [draft, setDraft, settle] = useDraft(replyKey(id))
  const text = draft ?? ''
  // Kept beside the words, and off again for the next reply.
  const [named, setNamed] = useDraft(`${VIEW}named-${id}`)
  const shown = named !== undefined
  const [error, setError] = useFieldError('reply')
  const doubts = useDoubt()
  const [said, setSaid] = useSaid('reply')
  const sending = useSending<Prepared>(replyKey(id))
  const here = idsIn(opened)
  const sent = sending.underWay()
  const hasArrived = sent !== null && here.includes(sent.ready.id)
  const seen = useSeen(opened, text !== '')
  const isNews = newsIn(opened, seen.read).length > 0 && text !== ''

  const words = text.trim()
  const { submit } = useSubmit({
    check() {
      const wrong = wrongIn(words, t)
      const doubt = doubtIn(words, t)
      const asks = wrong === undefined && doubts.isNew(doubt)
      setError(asks ? doubt : wrong)
      setSaid('')
      return wrong === undefined && !asks && seen.isTold()
    },
    async send() {
      let done = false
      const said = saidOf(shown, words)
      // It may have arrived without an answer: then it is not to be there twice.
      const earlier = sent !== null && saidIn(sent.key) === said ? sent.ready : undefined
      try {
        done = await sending.run(
          keyOf(here.length, said),
          () => prepareReply(session, id, words, new Set(here), { shown, earlier }),
          sendReply,
        )
      } catch (caught) {
        if (!(caught instanceof NewerMessage)) throw caught
        seen.tell(caught.there)
        again()
      }
      if (!done) return
      settle(now => writtenSince(text, now))
      setNamed(undefined)
      seen.begin()
      setSaid(t('reply.sent'))
      again()
    },
  })
  useEffect(() => {
    if (!hasArrived) return
    // The answer was lost on its way, or the list was quicker: sent again it would be there twice.
    if (saidIn(sent.key) === saidOf(shown, words)) setDraft(undefined)
    sending.settle()
    setSaid(t('reply.arrived'))
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it is seen in the thread; the rest is as it is then
  }, [hasArrived])
  return {
    text,
    write: next => {
      // Who begins now has the whole thread above.
      if (text === '') seen.begin()
      setDraft(next)
      setError(undefined)
      setSaid('')
      doubts.forget()
    },
    shown,
    onShown: next => {
      setNamed(next ? 'named' : undefined)
      setSaid('')
    },
    error,
    busy: sending.busy,
    failed: sending.failed,
    said,
    behind: seen.behind,
    readBefore: seen.behind || isNews ? seen.read : null,
    submit,
  }
}
