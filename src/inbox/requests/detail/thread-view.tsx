import type { JSX } from 'preact'
import { dayInYear } from '../../../core/calendar/times.ts'
import { Notice, Thread, ThreadItem, ThreadText } from '../../../ui/index.ts'
import { useDesk } from '../../model/desk.ts'
import { writerOf } from '../../model/title.ts'
import { useCopy } from '../../shared/copy.ts'
import { shownPhone } from '../../model/number.ts'
import type { Readable } from '../../model/requests.ts'
import { useOwner } from '../about/use-owner.ts'

/** All that was written, the request's own message first; what is not genuine or missing is said and never shown. */
export function ThreadView({ opened }: { readonly opened: Readable }): JSX.Element {
  const { t, lang } = useCopy()
  const { session } = useDesk()
  const { thread, envelope } = opened
  const first = envelope.request.message
  const { owner, says } = useOwner(opened)
  const shown = thread.messages.filter(entry => entry.status !== 'replayed')
  return (
    <>
      {owner !== null && <p class="thread-owner">{says}</p>}
      {thread.gaps.length > 0 && (
        <Notice tone="care">
          <p>{t('thread.gap', { count: thread.gaps.length })}</p>
        </Notice>
      )}
      {shown.length === 0 && !first ? (
        <p>{t('thread.none')}</p>
      ) : (
        <Thread>
          {first && (
            <ThreadItem key="first" who={t('thread.citizen')} when={dayInYear(envelope.writtenOn, lang)}>
              <ThreadText>{first}</ThreadText>
            </ThreadItem>
          )}
          {shown.map(entry => {
            if (entry.status !== 'genuine') {
              return (
                <ThreadItem
                  key={entry.id}
                  who={t('thread.unknown')}
                  when={dayInYear(entry.on, lang)}
                  doubtful
                >
                  {(entry.status === 'forged' || entry.status === 'other-thread') && (
                    <p>
                      <strong>{t('thread.notGenuine')}</strong>
                    </p>
                  )}
                  <p>{t(`thread.${entry.status}`)}</p>
                </ThreadItem>
              )
            }
            const { message } = entry
            const own = message.from === 'staff'
            return (
              <ThreadItem
                key={entry.id}
                who={writerOf(message, session, t)}
                when={dayInYear(message.writtenOn, lang)}
                own={own}
                tag={entry.twin ? t('thread.twin') : undefined}
              >
                {message.confirms && (
                  <p>
                    <strong>{t('thread.confirms', { day: dayInYear(message.confirms, lang) })}</strong>
                  </p>
                )}
                {message.cancels && (
                  <p>
                    <strong>{t('thread.cancels')}</strong>
                  </p>
                )}
                {message.text && <ThreadText>{message.text}</ThreadText>}
                {message.name && <p>{t('thread.name', { name: message.name })}</p>}
                {message.phone && <p>{t('thread.phone', { phone: shownPhone(message.phone) })}</p>}
                {message.by && <p class="hint">{t('thread.by', { name: message.by })}</p>}
              </ThreadItem>
            )
          })}
        </Thread>
      )}
    </>
  )
}
