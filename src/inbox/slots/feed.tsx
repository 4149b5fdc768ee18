import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { AskBefore, Fold } from '../../ui/index.ts'
import { CopyButton } from '../shared/copy-button.tsx'
import { useCopy } from '../shared/copy.ts'
import { sentenceFor } from '../shared/failure-words.ts'
import type { Session } from '../session/session.ts'
import { addressOf, useFeed } from './use-feed.ts'

/** The address of this member's calendar feed: when booked times are, and nothing else; and a new one, when it got about. */
export function Feed({ session }: { readonly session: Pick<Session, 'key' | 'member'> }): JSX.Element {
  const { t } = useCopy()
  const { token, failed, canRenew, look, renew } = useFeed(session)
  const [said, setSaid] = useState('')
  return (
    <Fold
      summary={t('feed.title')}
      onOpen={() => {
        look().catch(reportError)
      }}
    >
      <p>{t('feed.text')}</p>
      {token !== null && (
        <>
          <p class="feed-address" translate={false}>
            <code>{addressOf(token)}</code>
          </p>
          <CopyButton label={t('feed.copy')} copied={t('feed.copied')} text={() => addressOf(token)} />
          <p>{t('feed.care')}</p>
        </>
      )}
      {canRenew && (
        <AskBefore
          ask={t('feed.renew')}
          question={t('feed.ask')}
          yes={t('feed.yes')}
          busyLabel={t('team.busy')}
          no={t('feed.no')}
          onAsking={asking => {
            if (asking) setSaid('')
          }}
          onYes={async () => {
            if (await renew()) setSaid(t('feed.renewed'))
            return true
          }}
        />
      )}
      <div class="said" role="status">
        {failed ? sentenceFor(failed, t) : said}
      </div>
    </Fold>
  )
}
