import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { genuine, lastOf } from '../../../core/sealing/index.ts'
import { mayMove, requestState, WAITING, type RequestState } from '../../../core/contract/index.ts'
import { Actions, Button, Confirm, Form, RadioGroup } from '../../../ui/index.ts'
import { call } from '../../shared/api.ts'
import { useCopy } from '../../shared/copy.ts'
import { prepareNote, sendNote, type PreparedNote } from '../../model/notes.ts'
import type { Session } from '../../session/session.ts'
import { useDesk } from '../../model/desk.ts'
import type { OpenedRequest, Readable } from '../../model/requests.ts'
import { bookedBy } from '../../model/groups.ts'
import { dayAndTime } from '../../../core/calendar/times.ts'
import { useDraft } from '../../shared/drafts.ts'
import { IntakeError } from '../../shared/failure.ts'
import { today } from '../../shared/today.ts'
import { sentenceFor } from '../../shared/failure-words.ts'
import { useSaid } from '../../shared/use-said.ts'
import { useSending } from '../../shared/use-sending.ts'

/** A new one was opened by being looked at: it moves on from there, whether that has arrived or not. */
async function moveOn(id: string, from: RequestState, state: RequestState): Promise<void> {
  if (from === 'new') await call('move', { id, body: { from, state: 'opened' } })
  await call('move', { id, body: { from: from === 'new' ? 'opened' : from, state } })
}

/** Lays the thread aside up to the citizen's last message that is on the screen. */
const layAside = (session: Session, opened: Readable): Promise<PreparedNote> =>
  prepareNote(session, opened.stored.id, {
    event: 'aside',
    upTo: lastOf(genuine(opened.thread), 'citizen'),
  })

/** Where a request stands; saved, it leads on to the next one. */
export function StateForm({
  opened,
  next,
}: {
  readonly opened: Readable
  readonly next: OpenedRequest | undefined
}): JSX.Element {
  const { t, lang } = useCopy()
  const { session, slots, again, onOpen } = useDesk()
  const { id, state: before } = opened.stored
  // Kept like words: chosen here, it is still chosen after a look at the case system.
  const [chosen, setChosen] = useDraft(`state-${id}`)
  // Only what the intake will take: junk is opened again or closed, and nothing else.
  const options = requestState.options.filter(
    value => value !== 'new' && value !== 'junk' && (value === before || mayMove(before, value)),
  )
  const state = options.find(value => value === chosen) ?? (before === 'new' ? 'opened' : before)
  const [said, setSaid] = useSaid('state')
  const [asking, setAsking] = useState(false)
  const sending = useSending<RequestState>()
  const [booked] = bookedBy(opened, slots, today())

  const save = async (): Promise<void> => {
    setSaid('')
    setAsking(false)
    const done = await sending.run(
      `${before} ${state}`,
      () => state,
      async to => {
        await moveOn(id, before, to).catch((error: unknown) => {
          // A colleague was quicker: the page has to show where it stands now.
          if (error instanceof IntakeError && error.problem === 'state-changed') again()
          throw error
        })
        // What was written last needs no answer: without this the thread would wait for ever.
        if (opened.unanswered > 0 && !WAITING.includes(to))
          await sendNote(id, await layAside(session, opened))
      },
    )
    if (!done) return
    setChosen(undefined)
    setSaid(t('detail.stateSaved', { state: t(`state.${state}`) }))
    again()
  }
  const submit = (): void => {
    if (state === 'closed' && before !== 'closed' && booked) setAsking(true)
    else save().catch(reportError)
  }
  return (
    <Form onSubmit={submit}>
      <RadioGroup
        name="state"
        legend={t('detail.stateLegend')}
        options={options.map(value => ({ value, label: t(`state.${value}`) }))}
        value={state === 'junk' ? undefined : state}
        onChange={value => {
          setChosen(value)
          setSaid('')
          setAsking(false)
        }}
      />
      <p class="hint">{t('detail.stateHint')}</p>
      <Confirm
        asking={asking && booked !== undefined}
        label={t('detail.stateSave')}
        question={booked ? t('detail.closeBooked', { when: dayAndTime(booked.date, lang) }) : ''}
        answers={
          <>
            <Button
              kind="quiet"
              onClick={() => {
                save().catch(reportError)
              }}
            >
              {t('detail.closeAnyway')}
            </Button>
            <Button
              kind="quiet"
              onClick={() => {
                setAsking(false)
              }}
            >
              {t('detail.closeNot')}
            </Button>
          </>
        }
      >
        <Button type="submit" data-asks="" busy={sending.busy} busyLabel={t('detail.stateSaving')}>
          {t('detail.stateSave')}
        </Button>
      </Confirm>
      <p class="said" role="status">
        {sending.failed ? sentenceFor(sending.failed, t) : said}
      </p>
      {said !== '' && (
        <Actions>
          {next && (
            <Button
              kind="quiet"
              onClick={() => {
                onOpen(next.stored.id)
              }}
            >
              {t('detail.next')}
            </Button>
          )}
          <Button
            kind="quiet"
            onClick={() => {
              onOpen(null)
            }}
          >
            {t('detail.back')}
          </Button>
        </Actions>
      )}
    </Form>
  )
}
