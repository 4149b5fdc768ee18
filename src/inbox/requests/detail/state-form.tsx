import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { requestState, type RequestState } from '../../../core/contract/index.ts'
import { Actions, Button, Form, RadioGroup } from '../../../ui/index.ts'
import { act } from '../../shared/api.ts'
import { useCopy } from '../../shared/copy.ts'
import { useDesk } from '../../model/desk.ts'
import type { OpenedRequest, Readable } from '../../model/requests.ts'
import { sentenceFor } from '../../shared/failure-words.ts'
import { useSaid } from '../../shared/use-said.ts'
import { useSending } from '../../shared/use-sending.ts'

/** A new one was opened by being looked at: it moves on from there, whether that has arrived or not. */
async function moveOn(id: string, from: RequestState, state: RequestState): Promise<void> {
  const to = `/api/staff/requests/${id}/state`
  if (from === 'new') await act('POST', to, { from, state: 'opened' })
  await act('POST', to, { from: from === 'new' ? 'opened' : from, state })
}

/** Where a request stands; saved, it leads on to the next one. */
export function StateForm({
  opened,
  next,
}: {
  readonly opened: Readable
  readonly next: OpenedRequest | undefined
}): JSX.Element {
  const { t } = useCopy()
  const { again, onOpen } = useDesk()
  const { id, state: before } = opened.stored
  const [state, setState] = useState<RequestState>(before === 'new' ? 'opened' : before)
  const [said, setSaid] = useSaid('state')
  const sending = useSending<RequestState>()
  useEffect(() => {
    // A reply moves it on, or a colleague has.
    setState(before === 'new' ? 'opened' : before)
  }, [before])

  const save = async (): Promise<void> => {
    setSaid('')
    const done = await sending.run(
      state,
      () => state,
      chosen => moveOn(id, before, chosen),
    )
    if (!done) return
    setSaid(t('detail.stateSaved', { state: t(`state.${state}`) }))
    again()
  }
  return (
    <Form
      onSubmit={() => {
        save().catch(reportError)
      }}
    >
      <RadioGroup
        name="state"
        legend={t('detail.stateLegend')}
        options={requestState.options
          .filter(value => value !== 'new' && value !== 'junk')
          .map(value => ({ value, label: t(`state.${value}`) }))}
        value={state}
        onChange={chosen => {
          setState(chosen)
          setSaid('')
        }}
      />
      <p class="hint">{t('detail.stateHint')}</p>
      <p class="act">
        <Button type="submit" busy={sending.busy} busyLabel={t('detail.stateSaving')}>
          {t('detail.stateSave')}
        </Button>
        <span role="status">{sending.failed ? sentenceFor(sending.failed, t) : said}</span>
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
