import type { JSX } from 'preact'
import { useContext, useState } from 'preact/hooks'
import { mayMove } from '../../../core/contract/index.ts'
import { Actions, Button, Confirm } from '../../../ui/index.ts'
import { useDesk } from '../../model/desk.ts'
import { moveAll } from '../../model/move-all.ts'
import type { OpenedRequest } from '../../model/requests.ts'
import { useCopy } from '../../shared/copy.ts'
import { sentenceFor } from '../../shared/failure-words.ts'
import { TakingBackContext } from '../../shared/taking-back.ts'
import { BeginMarking, EndMarking, MarkingContext } from '../../shared/marking.tsx'
import { useFocusOn } from '../../shared/use-focus-on.ts'
import { useSending } from '../../shared/use-sending.ts'

/** Marks several requests and closes them as junk in one act: a flood must not bury those who need help. */
export function MarkingBar(): JSX.Element {
  const { t } = useCopy()
  const { requests, again } = useDesk()
  const { marked, setMarked } = useContext(MarkingContext)
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState('')
  const { did } = useContext(TakingBackContext)
  const sending = useSending<readonly OpenedRequest[]>()
  // One that a colleague has handed over since it was marked would have the intake refuse all of them.
  const those = requests.filter(({ stored }) => marked?.has(stored.id) && mayMove(stored.state, 'junk'))
  const ids = those.map(one => one.stored.id)

  const isMarking = marked !== null
  const place = useFocusOn<HTMLDivElement>(isMarking ? '[data-asks]' : '[data-begins]')

  const close = async (): Promise<void> => {
    setAsking(false)
    const before = those
    let refused: ReadonlySet<string> = new Set()
    const done = await sending.run(
      ids.join(' '),
      () => before,
      async ready => {
        refused = await moveAll(ready, 'junk')
      },
    )
    if (!done) return
    setMarked(null)
    const closed = before.filter(({ stored }) => !refused.has(stored.id))
    const words = [
      t('marking.done', { count: closed.length }),
      ...(refused.size > 0 ? [t('marking.refused', { count: refused.size })] : []),
    ].join(' ')
    if (closed.length === 0) setSaid(words)
    else did({ at: null, said: words, prepare: () => Promise.resolve(() => openAgain(closed)) })
    again()
  }
  const openAgain = async (closed: readonly OpenedRequest[]): Promise<string> => {
    const left = await moveAll(closed, 'opened', 'junk')
    again()
    return [
      t('marking.back', { count: closed.length - left.size }),
      ...(left.size > 0 ? [t('marking.refused', { count: left.size })] : []),
      ...(closed.some(({ stored }) => stored.bookings.length > 0) ? [t('marking.backBooked')] : []),
    ].join(' ')
  }
  // One status for both: words in a status that comes with them are not read out.
  return (
    <div class="act" ref={place}>
      {marked === null ? (
        <BeginMarking
          onBegin={() => {
            setSaid('')
          }}
        />
      ) : (
        <Confirm
          asking={asking && ids.length > 0}
          label={t('marking.junk', { count: ids.length })}
          question={t('marking.ask', { count: ids.length })}
          answers={
            <>
              <Button
                kind="quiet"
                onClick={() => {
                  close().catch(reportError)
                }}
              >
                {t('marking.yes')}
              </Button>
              <Button
                kind="quiet"
                onClick={() => {
                  setAsking(false)
                }}
              >
                {t('marking.no')}
              </Button>
            </>
          }
        >
          <Actions>
            <Button
              kind="quiet"
              data-asks=""
              busy={sending.busy}
              busyLabel={t('detail.stateSaving')}
              onClick={() => {
                setAsking(ids.length > 0)
              }}
            >
              {t('marking.junk', { count: ids.length })}
            </Button>
            <EndMarking />
          </Actions>
        </Confirm>
      )}
      <span role="status">{sending.failed ? sentenceFor(sending.failed, t) : said}</span>
    </div>
  )
}
