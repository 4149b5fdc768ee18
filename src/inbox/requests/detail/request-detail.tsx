import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { BackLink, Heading, SummaryList } from '../../../ui/index.ts'
import { call } from '../../shared/api.ts'
import { asRows } from '../../model/as-rows.ts'
import { ConfirmForm } from './confirm-form.tsx'
import { HandOver } from './hand-over.tsx'
import { LateFold } from '../../shared/late-fold.tsx'
import { Later } from '../../shared/later.tsx'
import { useCopy } from '../../shared/copy.ts'
import { IntakeError } from '../../shared/failure.ts'
import { CrisisNotice } from './crisis-notice.tsx'
import { Links } from './link-form.tsx'
import { Notes } from './notes.tsx'
import { ReplyForm } from './reply-form.tsx'
import { referenceOf } from '../../model/links.ts'
import { useDesk } from '../../model/desk.ts'
import { telOf } from '../../model/number.ts'
import type { OpenedRequest, Readable } from '../../model/requests.ts'
import { StateForm } from './state-form.tsx'
import { Tags } from '../about/tags.tsx'
import { ThreadView } from './thread-view.tsx'
import { shownTitle } from '../../model/title.ts'
import { unbroken } from '../../shared/unbroken.ts'
import { useBegunReply } from './use-begun-reply.ts'
import { SaidContext } from '../../shared/use-said.ts'
import { useWayBack } from '../way-back.ts'

/** One request: everything it says, the thread with its answer, and moving it on. */
export function RequestDetail({
  opened,
  next,
}: {
  readonly opened: Readable
  /** The one to answer after this. */
  readonly next: OpenedRequest | undefined
}): JSX.Element {
  const { slots, today, again, onOpen } = useDesk()
  const { t, lang } = useCopy()
  const wayBack = useWayBack()
  const { unanswered } = opened
  const { id, state, written } = opened.stored
  const [said, onSaid] = useState({ by: '', text: '' })
  const begun = useBegunReply(opened)
  const { audience, wish } = opened.envelope.request

  useEffect(() => {
    document.querySelector<HTMLElement>('main h1')?.focus()
    scrollTo(0, 0)
    onSaid({ by: '', text: '' })
  }, [id])
  const openedRef = useRef<string | null>(null)
  useEffect(() => {
    const isOpening = openedRef.current !== id
    openedRef.current = id
    // Looking at a new request is opening it; of something new in an open one, the intake is told that it was looked at.
    // What comes while it stands open may come after everybody has gone home.
    if (!isOpening || (state !== 'new' && unanswered === 0)) return
    const to = state === 'new' ? 'opened' : state
    call('move', { id, body: { from: state, state: to, written } }).catch((error: unknown) => {
      // A colleague was quicker: the page has to show what they did. Any other failure shows when the state is set by hand.
      if (error instanceof IntakeError && error.problem === 'state-changed') again()
    })
  }, [id, state, unanswered, written, again])

  const rows = asRows(opened, slots, t, lang)
  const shown = rows.map(row => ({
    ...row,
    value:
      row.key === 'phone' ? (
        <a class="link" href={telOf(row.value)}>
          {row.value}
        </a>
      ) : (
        unbroken(row.value)
      ),
  }))
  return (
    <>
      <BackLink
        onClick={() => {
          onOpen(null)
        }}
      >
        {wayBack}
      </BackLink>
      <div class="inbox-bar detail-head">
        <Heading focusable>{shownTitle(opened, t)}</Heading>
        <p class="reference" translate={false}>
          {t('detail.reference', { reference: referenceOf(opened) })}
        </p>
      </div>
      {opened.mark !== undefined && <p>{t('detail.namesake', { mark: opened.mark })}</p>}
      <Tags opened={opened} slots={slots} today={today} isSaid="page" />
      <SaidContext.Provider value={{ said, onSaid }}>
        <div class="detail-columns">
          <div class="flow">
            <CrisisNotice
              opened={opened}
              onSuggest={() => {
                // What was sent before is no longer the last that was done.
                onSaid({ by: '', text: '' })
                begun.begin()
              }}
            />
            <SummaryList rows={shown} />
            <HandOver key={`copy-${id}`} opened={opened} rows={rows} next={next} />
            <Later key={`beside-${id}`}>
              {() => (
                <>
                  <Notes opened={opened} />
                  <Links opened={opened} />
                </>
              )}
            </Later>
          </div>
          <div class="flow">
            <Heading level={2}>{t('thread.title')}</Heading>
            <Later key={`thread-${id}`}>{() => <ThreadView opened={opened} />}</Later>
            <Later key={`reply-${id}`}>
              {() => <ReplyForm key={begun.times} opened={opened} next={next} />}
            </Later>
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
        </div>
      </SaidContext.Provider>
    </>
  )
}
