import type { JSX } from 'preact'
import { useContext, useState } from 'preact/hooks'
import { mayMove } from '../../../core/contract/index.ts'
import { Actions, Button, Confirm } from '../../../ui/index.ts'
import { useDesk } from '../../model/desk.ts'
import { call } from '../../shared/api.ts'
import { useCopy } from '../../shared/copy.ts'
import { sentenceFor } from '../../shared/failure-words.ts'
import { BeginMarking, EndMarking, MarkingContext } from '../../shared/marking.tsx'
import { useFocusOn } from '../../shared/use-focus-on.ts'
import { useSending } from '../../shared/use-sending.ts'

/** So many the contract takes at once (`statesPost`). */
const MOST = 500

/** Marks several requests and closes them as junk in one act: a flood must not bury those who need help. */
export function MarkingBar(): JSX.Element {
  const { t } = useCopy()
  const { requests, again } = useDesk()
  const { marked, setMarked } = useContext(MarkingContext)
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState('')
  const sending = useSending<readonly string[]>()
  // One that a colleague has handed over since it was marked would have the intake refuse all of them.
  const ids = requests
    .filter(({ stored }) => marked?.has(stored.id) && mayMove(stored.state, 'junk'))
    .map(one => one.stored.id)

  const isMarking = marked !== null
  const place = useFocusOn<HTMLDivElement>(isMarking ? '[data-asks]' : '[data-begins]')

  const close = async (): Promise<void> => {
    setAsking(false)
    const refused: string[] = []
    const done = await sending.run(
      ids.join(' '),
      () => ids,
      async those => {
        for (let at = 0; at < those.length; at += MOST) {
          const some = requests.filter(one => those.slice(at, at + MOST).includes(one.stored.id))
          const body = {
            state: 'junk' as const,
            requests: some.map(({ stored: { id, state, written } }) => ({ id, from: state, written })),
          }
          const answer = await call('moveSeveral', { body })
          refused.push(...answer.refused.map(one => one.id))
        }
      },
    )
    if (!done) return
    setMarked(null)
    setSaid(
      [
        t('marking.done', { count: ids.length - refused.length }),
        ...(refused.length > 0 ? [t('marking.refused', { count: refused.length })] : []),
      ].join(' '),
    )
    again()
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
