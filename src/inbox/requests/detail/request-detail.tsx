import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { BackLink, Heading } from '../../../ui/index.ts'
import { useCopy } from '../../shared/copy.ts'
import { referenceOf } from '../../model/links.ts'
import { useDesk } from '../../model/desk.ts'
import type { OpenedRequest, Readable } from '../../model/requests.ts'
import { Tags } from '../about/tags.tsx'
import { shownTitle } from '../../model/title.ts'
import { SaidContext } from '../../shared/use-said.ts'
import { useWayBack } from '../way-back.ts'
import { Answering } from './answering.tsx'
import { Told } from './told.tsx'
import { useBegunReply } from './use-begun-reply.ts'
import { useLookedAt } from './use-looked-at.ts'

/** One request: everything it says, the thread with its answer, and moving it on. */
export function RequestDetail({
  opened,
  next,
}: {
  readonly opened: Readable
  /** The one to answer after this. */
  readonly next: OpenedRequest | undefined
}): JSX.Element {
  const { slots, today, onOpen } = useDesk()
  const { t } = useCopy()
  const wayBack = useWayBack()
  const { id } = opened.stored
  const [said, onSaid] = useState({ by: '', text: '' })
  const begun = useBegunReply(opened)

  useEffect(() => {
    document.querySelector<HTMLElement>('main h1')?.focus()
    scrollTo(0, 0)
    onSaid({ by: '', text: '' })
  }, [id])
  useLookedAt(opened)

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
          <Told
            opened={opened}
            next={next}
            onSuggest={() => {
              // What was sent before is no longer the last that was done.
              onSaid({ by: '', text: '' })
              begun.begin()
            }}
          />
          <Answering opened={opened} next={next} begun={begun.times} />
        </div>
      </SaidContext.Provider>
    </>
  )
}
