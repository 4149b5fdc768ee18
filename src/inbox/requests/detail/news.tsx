import type { JSX } from 'preact'
import { Notice, ThreadText } from '../../../ui/index.ts'
import { linesOf } from '../../model/as-text.ts'
import { useDesk } from '../../model/desk.ts'
import { newsIn } from '../../model/reply.ts'
import type { Readable } from '../../model/requests.ts'
import { writerOf } from '../../model/title.ts'
import { useCopy } from '../../shared/copy.ts'

/** What came while the reply was being written, where the writer looks. */
export function News(props: { readonly opened: Readable; readonly after: ReadonlySet<string> }): JSX.Element {
  const { t, lang } = useCopy()
  const { session } = useDesk()
  const news = newsIn(props.opened, props.after)
  return (
    <Notice tone="care" live>
      <p>{t(news.some(one => one.message.from === 'staff') ? 'reply.newerStaff' : 'reply.newer')}</p>
      {news.map(({ id, message }) => (
        <ThreadText key={id}>
          {[`${writerOf(message, session, t)}:`, ...linesOf(message, t, lang), message.text].join('\n')}
        </ThreadText>
      ))}
    </Notice>
  )
}
