import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { nameOfDay } from '../core/calendar/times.ts'
import { Button, Fold, Form, Heading, Notice, RadioGroup } from '../ui/index.ts'
import { makeT, useCopy } from './copy.ts'
import { candidatesFor, linkedWith, referenceOf } from './links.ts'
import { languageOf, prepareReply, sendReply, type Prepared } from './reply.ts'
import type { OpenedRequest, Readable } from './requests.ts'
import type { Session } from './session.ts'
import { titleOf } from './title.ts'
import { useSending } from './use-sending.ts'

/** What this request belongs together with, and the way to link it: a lost code means writing anew. */
export function Links(props: {
  readonly opened: Readable
  readonly all: readonly OpenedRequest[]
  readonly session: Session
  readonly onOpen: (id: string) => void
  readonly onLinked: () => void
  readonly onSignedOut: () => void
}): JSX.Element {
  const { t, lang } = useCopy()
  const { opened, all } = props
  const linked = linkedWith(opened, all)
  const candidates = candidatesFor(opened, all)
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const [missing, setMissing] = useState(false)
  const [said, setSaid] = useState('')
  const saidRef = useRef<HTMLParagraphElement>(null)
  const sending = useSending<Prepared>(props.onSignedOut)

  const link = async (): Promise<void> => {
    const other = candidates.find(one => one.stored.id === chosen)
    setMissing(!other)
    setSaid('')
    if (!other) return
    const theirs = languageOf(opened)
    const text = makeT(theirs)('link.message', {
      day: nameOfDay(other.stored.receivedOn, theirs),
      reference: referenceOf(other),
    })
    const done = await sending.run(
      other.stored.id,
      () => prepareReply(props.session, opened.stored.id, { text }),
      sendReply,
    )
    if (!done) return
    setChosen(undefined)
    setSaid(t('link.done'))
    // What was chosen leaves the list, and perhaps the list with it.
    saidRef.current?.focus()
    props.onLinked()
  }

  return (
    <>
      {linked.length > 0 && <Heading level={2}>{t('link.title')}</Heading>}
      {linked.length > 0 && (
        <ul class="plain-list">
          {linked.map(other => (
            <li key={other.stored.id}>
              <button
                type="button"
                class="link"
                onClick={() => {
                  props.onOpen(other.stored.id)
                }}
              >
                {t('link.with', {
                  title: titleOf(other, t),
                  day: nameOfDay(other.stored.receivedOn, lang),
                })}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="said" role="status" tabIndex={-1} ref={saidRef}>
        {said}
      </p>
      {candidates.length > 0 && (
        <Fold summary={t('link.fold')}>
          <p>{t('link.care')}</p>
          <Form
            onSubmit={() => {
              link().catch(reportError)
            }}
          >
            <RadioGroup
              name="older"
              legend={t('link.legend')}
              options={candidates.map(other => ({
                value: other.stored.id,
                label: titleOf(other, t),
                hint: t('list.received', { day: nameOfDay(other.stored.receivedOn, lang) }),
              }))}
              error={missing ? t('link.missing') : undefined}
              value={chosen}
              onChange={one => {
                setChosen(one)
                setMissing(false)
              }}
            />
            <p>
              <Button type="submit" kind="quiet" busy={sending.busy} busyLabel={t('reply.sending')}>
                {t('link.button')}
              </Button>
            </p>
            {sending.failed && (
              <Notice tone="care" live>
                <p>{t('reply.failed')}</p>
              </Notice>
            )}
          </Form>
        </Fold>
      )}
    </>
  )
}
