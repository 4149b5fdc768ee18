import type { JSX } from 'preact'
import { nameOfDay } from '../core/calendar/times.ts'
import { Notice, Thread, ThreadItem, ThreadText } from '../ui/index.ts'
import { useCopy } from './copy.ts'
import type { OpenedRequest } from './requests.ts'

/** What was written after the request, by both sides; what is not genuine or missing is said and never shown. */
export function ThreadView({ opened }: { readonly opened: OpenedRequest }): JSX.Element {
  const { t, lang } = useCopy()
  const { thread } = opened
  const shown = thread.messages.filter(entry => entry.status !== 'replayed')
  return (
    <>
      {thread.gaps.length > 0 && (
        <Notice tone="care">
          <p>{t('thread.gap', { count: thread.gaps.length })}</p>
        </Notice>
      )}
      {shown.length === 0 ? (
        <p>{t('thread.none')}</p>
      ) : (
        <Thread label={t('thread.title')}>
          {shown.map(entry => {
            if (entry.status !== 'genuine') {
              return (
                <ThreadItem
                  key={entry.id}
                  who={t('thread.unknown')}
                  when={nameOfDay(entry.on, lang)}
                  doubtful
                >
                  <p>
                    <strong>{t('thread.notGenuine')}</strong>
                  </p>
                  <p>{t(`thread.${entry.status}`)}</p>
                </ThreadItem>
              )
            }
            const { message } = entry
            const own = message.from === 'staff'
            return (
              <ThreadItem
                key={entry.id}
                who={t(own ? 'thread.us' : 'thread.citizen')}
                when={nameOfDay(message.writtenOn, lang)}
                own={own}
                tag={entry.twin ? t('thread.twin') : undefined}
              >
                {message.confirms && (
                  <p>
                    <strong>{t('thread.confirms', { day: nameOfDay(message.confirms, lang) })}</strong>
                  </p>
                )}
                {message.cancels && (
                  <p>
                    <strong>{t('thread.cancels')}</strong>
                  </p>
                )}
                {message.text && <ThreadText>{message.text}</ThreadText>}
                {message.name && <p>{t('thread.name', { name: message.name })}</p>}
                {message.phone && <p>{t('thread.phone', { phone: message.phone })}</p>}
              </ThreadItem>
            )
          })}
        </Thread>
      )}
    </>
  )
}
