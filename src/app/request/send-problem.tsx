import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { municipality } from '#municipality'
import { Actions, Button, Notice } from '../../ui/index.ts'
import { useCitizen } from '../citizen.ts'
import { useCopy } from '../copy/copy.ts'
import { draftText } from '../draft/content.ts'
import { saveDraft } from '../draft/draft.ts'
import { fetchNewest } from '../offline/update.ts'
import type { NotSent } from './use-delivery.ts'

/** What a page fetched again may mend. */
const tooOld: ReadonlySet<NotSent> = new Set<NotSent>(['unacceptable', 'keys-changed'])

/** Why nothing was sent and what to do: the button is far below, so the page and the focus come up to this. */
export function SendProblem(props: {
  readonly problem: NotSent
  readonly busy: boolean
  readonly onAgain: () => void
}): JSX.Element {
  const { t } = useCopy()
  const { problem } = props
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    scrollTo(0, 0)
    box.current?.focus({ preventScroll: true })
  }, [problem])
  return (
    <div tabIndex={-1} ref={box}>
      <Notice tone="care" icon="letter" title={t('request:sendErrors.title')} live>
        <p>
          {t(`request:sendErrors.${problem}`)} {t('request:sendErrors.kept')}
        </p>
        <Actions>
          {problem !== 'keys-changed' && (
            <Button busy={props.busy} busyLabel={t('request:review.sending')} onClick={props.onAgain}>
              {t('request:sendErrors.again')}
            </Button>
          )}
          {tooOld.has(problem) && <FetchAgain only={problem === 'keys-changed'} />}
        </Actions>
        <p>
          {t('request:sendErrors.otherWay')}
          {municipality.place.hours === null && ` ${t('request:sendErrors.hoursUnknown')}`}
        </p>
      </Notice>
    </div>
  )
}

/** Fetches the page again with the answers in it; where the phone cannot keep them, it says so and leaves all as it is. */
function FetchAgain({ only }: { readonly only: boolean }): JSX.Element {
  const { t } = useCopy()
  const { answers, writing } = useCitizen()
  const [state, setState] = useState<'idle' | 'busy' | 'cannot-keep'>('idle')
  const fetchAgain = async (): Promise<void> => {
    setState('busy')
    if ((await saveDraft(draftText({ answers, receipt: null, writing }))) === 'kept') await fetchNewest()
    else setState('cannot-keep')
  }
  return (
    <>
      {state === 'cannot-keep' && <p>{t('request:sendErrors.cannotKeep')}</p>}
      <Button
        kind={only ? 'primary' : 'quiet'}
        busy={state === 'busy'}
        busyLabel={t('request:sendErrors.fetching')}
        onClick={() => {
          fetchAgain().catch(reportError)
        }}
      >
        {t('request:sendErrors.fetch')}
      </Button>
    </>
  )
}
