import type { JSX } from 'preact'
import { Heading } from '../../../ui/index.ts'
import type { OpenedRequest, Readable } from '../../model/requests.ts'
import { useCopy } from '../../shared/copy.ts'
import { LateFold } from '../../shared/late-fold.tsx'
import { Later } from '../../shared/later.tsx'
import { ConfirmForm } from './confirm-form.tsx'
import { ReplyForm } from './reply-form.tsx'
import { StateForm } from './state-form.tsx'
import { ThreadView } from './thread-view.tsx'

/** The thread, with its answer and moving it on. */
export function Answering(props: {
  readonly opened: Readable
  /** The one to answer after this. */
  readonly next: OpenedRequest | undefined
  /** Another number when the words of the reply are others: its form reads them when it is made. */
  readonly begun: number
}): JSX.Element {
  const { t } = useCopy()
  const { opened, next, begun } = props
  const { id } = opened.stored
  const { audience, wish } = opened.envelope.request
  return (
    <div class="flow">
      <Heading level={2}>{t('thread.title')}</Heading>
      <Later key={`thread-${id}`}>{() => <ThreadView opened={opened} />}</Later>
      <Later key={`reply-${id}`}>{() => <ReplyForm key={begun} opened={opened} next={next} />}</Later>
      <Later key={`state-${id}`}>
        {() => (
          <>
            <StateForm opened={opened} next={next} />
            {/* A relative has no treatment of their own that could start. */}
            {audience !== 'relative' && (
              <LateFold summary={t('confirm.title')} open={wish === 'treatment'}>
                {() => <ConfirmForm opened={opened} />}
              </LateFold>
            )}
          </>
        )}
      </Later>
    </div>
  )
}
