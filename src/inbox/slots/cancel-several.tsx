import type { JSX } from 'preact'
import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import { Actions, Button, fieldId, Form, Notice, RadioGroup, useSubmit } from '../../ui/index.ts'
import { useDesk, useUnopened } from '../model/desk.ts'
import { whoOf } from '../model/title.ts'
import { useCopy } from '../shared/copy.ts'
import { sentenceFor } from '../shared/failure-words.ts'
import { BeginMarking, EndMarking, MarkingContext } from '../shared/marking.tsx'
import { useFocusOn } from '../shared/use-focus-on.ts'
import { useSending } from '../shared/use-sending.ts'
import { CancelActions } from './cancel-actions.tsx'
import { doorWords, movedWords } from './door-words.ts'
import { prepareCancel, sendCancel, type Cancelled } from './cancel.ts'

/** Bookings are marked and called off in one act: hostile ones of any kind, or a day on which nobody is there. */
export function CancelSeveral(props: {
  /** The bookings that are on the screen. */
  readonly shown: readonly string[]
  readonly onDone: () => void
}): JSX.Element {
  const { t } = useCopy()
  const { slots, again } = useDesk()
  const { left } = useUnopened()
  const { marked, setMarked } = useContext(MarkingContext)
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState('')
  const saidRef = useRef<HTMLDivElement>(null)
  const count = slots.flatMap(slot => slot.bookings).filter(({ id }) => marked?.has(id)).length
  useEffect(() => {
    // What was pressed is gone: the focus goes to what was done.
    if (said !== '') saidRef.current?.focus()
  }, [said])
  const isAsking = asking && count > 0
  // Called off, the focus is on what was done; while it is asked, on the question.
  const toFocus = said !== '' || isAsking ? null : marked === null ? '[data-begins]' : '[data-opens-cancel]'
  const place = useFocusOn<HTMLDivElement>(toFocus)
  const end = (words: string): void => {
    setMarked(null)
    setAsking(false)
    setSaid(words)
  }
  if (marked === null) {
    return (
      <div class="act" ref={place}>
        <div class="said" tabIndex={-1} ref={saidRef}>
          {said}
        </div>
        {left === 0 && slots.some(slot => slot.bookings.length > 0) && (
          <BeginMarking
            onBegin={() => {
              setSaid('')
            }}
          />
        )}
      </div>
    )
  }
  if (isAsking) {
    return (
      <CancelMarked
        marked={marked}
        onClose={() => {
          setAsking(false)
        }}
        onDone={words => {
          end(words)
          props.onDone()
          again()
        }}
      />
    )
  }
  return (
    <div ref={place}>
      <Actions>
        <Button
          kind="quiet"
          onClick={() => {
            setMarked(new Set([...marked, ...props.shown]))
          }}
        >
          {t('cancelSeveral.all')}
        </Button>
        <Button
          kind="quiet"
          data-opens-cancel=""
          onClick={() => {
            setAsking(true)
          }}
        >
          {t('cancelSeveral.open', { count })}
        </Button>
        <EndMarking
          onEnd={() => {
            setAsking(false)
          }}
        />
      </Actions>
    </div>
  )
}

/** What becomes of the marked bookings and their times, before it is done. */
function CancelMarked(props: {
  readonly marked: ReadonlySet<string>
  readonly onClose: () => void
  readonly onDone: (said: string) => void
}): JSX.Element {
  const { t } = useCopy()
  const { session, slots, requests } = useDesk()
  const bookings = slots.flatMap(slot => slot.bookings).filter(({ id }) => props.marked.has(id))
  const opened = (requestId: string) => requests.find(one => one.stored.id === requestId)
  const silent = bookings.filter(({ requestId }) => !opened(requestId)?.envelope).length
  const told = bookings.length - silent
  // Unless somebody says otherwise: where people are told, nobody will be there, as with a single time; a booking that nobody
  // can read was perhaps never meant, and takes the time from others.
  const [after, setAfter] = useState<'gone' | 'free'>(silent > 0 ? 'free' : 'gone')
  const sending = useSending<null>()
  useEffect(() => {
    document.getElementById(fieldId('after-several'))?.focus()
  }, [])

  const { submit } = useSubmit({
    async send() {
      let result: Cancelled = { untold: [], moved: [], rebooked: [] }
      const emptied = slots.filter(slot => slot.bookings.every(({ id }) => props.marked.has(id)))
      const withdraws =
        after === 'gone' ? emptied.filter(one => one.bookings.length > 0).map(({ id }) => id) : []
      const done = await sending.run(
        '',
        () => null,
        // Prepared at each try: who was told by the last, or by a colleague since, is not told again.
        async () => {
          const asked = { text: undefined, withdraws }
          result = await sendCancel(await prepareCancel(session, bookings, requests, asked))
        },
      )
      if (!done) return
      const names = result.untold.flatMap(({ requestId }) => {
        const one = opened(requestId)
        return one?.envelope ? [whoOf(one, t)] : []
      })
      const shut = result.untold.length - names.length
      const had = bookings.filter(one => !result.moved.includes(one))
      props.onDone(
        [
          t('cancelSeveral.done', { count: had.length }),
          ...(names.length > 0 ? [t('cancel.untold', { names: names.join(', ') })] : []),
          ...movedWords(result.moved, requests, t),
          ...doorWords(had, slots, requests, t),
          ...(shut > 0 ? [t('cancelSeveral.shut', { count: shut })] : []),
          ...(result.rebooked.length > 0
            ? [t('cancelSeveral.rebooked', { count: result.rebooked.length })]
            : []),
        ].join(' '),
      )
    },
  })
  return (
    <div class="slot-cancel">
      <Form onSubmit={submit}>
        {told > 0 && <p>{t('cancelSeveral.words', { count: told })}</p>}
        {silent > 0 && <p>{t('cancelSeveral.silent', { count: silent })}</p>}
        {doorWords(bookings, slots, requests, t).map(words => (
          <p key={words}>{words}</p>
        ))}
        <RadioGroup
          name="after-several"
          legend={t('cancelSeveral.after')}
          options={(['free', 'gone'] as const).map(value => ({
            value,
            label: t(`cancelSeveral.afters.${value}`),
          }))}
          value={after}
          onChange={setAfter}
        />
        {sending.failed && (
          <Notice tone="care" live>
            <p>{t('cancel.failed')}</p>
            <p>{sentenceFor(sending.failed, t)}</p>
          </Notice>
        )}
        <CancelActions told={told} busy={sending.busy} onClose={props.onClose} />
      </Form>
    </div>
  )
}
