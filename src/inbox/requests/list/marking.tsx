import type { JSX } from 'preact'
import { useContext, useState } from 'preact/hooks'
import { Actions, Button, Confirm } from '../../../ui/index.ts'
import { useCopy } from '../../shared/copy.ts'
import { sentenceFor } from '../../shared/failure-words.ts'
import { BeginMarking, EndMarking, MarkingContext } from '../../shared/marking.tsx'
import { useFocusOn } from '../../shared/use-focus-on.ts'
import { useJunk } from './use-junk.ts'

/** Marks several requests and closes them as junk in one act: a flood must not bury those who need help. */
export function MarkingBar(): JSX.Element {
  const { t } = useCopy()
  const isMarking = useContext(MarkingContext).marked !== null
  const [asking, setAsking] = useState(false)
  const { count, busy, failed, said, forget, close } = useJunk()
  const place = useFocusOn<HTMLDivElement>(isMarking ? '[data-asks]' : '[data-begins]')
  // One status for both: words in a status that comes with them are not read out.
  return (
    <div class="act" ref={place}>
      {isMarking ? (
        <Confirm
          asking={asking && count > 0}
          label={t('marking.junk', { count })}
          question={t('marking.ask', { count })}
          answers={
            <>
              <Button
                kind="quiet"
                onClick={() => {
                  setAsking(false)
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
              busy={busy}
              busyLabel={t('detail.stateSaving')}
              onClick={() => {
                setAsking(count > 0)
              }}
            >
              {t('marking.junk', { count })}
            </Button>
            <EndMarking />
          </Actions>
        </Confirm>
      ) : (
        <BeginMarking onBegin={forget} />
      )}
      <span role="status">{failed ? sentenceFor(failed, t) : said}</span>
    </div>
  )
}
