import { useContext, useEffect, useState } from 'preact/hooks'
import { fieldId } from '../../../ui/index.ts'
import { useDesk } from '../../model/desk.ts'
import { filled } from '../../templates/filled.ts'
import { textOf } from '../../templates/texts.ts'
import { TemplatesContext } from '../../templates/use-templates.ts'
import { languageOf } from '../../model/reply.ts'
import { DraftsContext, replyKey } from '../../shared/drafts.ts'
import type { Readable } from '../../model/requests.ts'

/**
 * Begins the reply to a request with the words for a crisis, unless something is written already, and leads to it.
 * `times` changes when the words have: the reply form reads them when it is made.
 */
export function useBegunReply(opened: Readable): { times: number; begin: () => void } {
  const drafts = useContext(DraftsContext)
  const { slots, today } = useDesk()
  const { texts } = useContext(TemplatesContext)
  const [times, setTimes] = useState(0)
  const toReply = (): void => {
    document.getElementById(fieldId('reply'))?.focus()
  }
  useEffect(() => {
    if (times > 0) toReply()
  }, [times])
  return {
    times,
    begin() {
      const key = replyKey(opened.stored.id)
      if ((drafts.get(key) ?? '').trim() !== '') {
        toReply()
        return
      }
      drafts.set(key, filled(textOf(texts, 'crisis', languageOf(opened)), opened, slots, today))
      setTimes(times + 1)
    },
  }
}
