import { dayAndTime } from '../../core/calendar/times.ts'
import type { Language } from '../../core/facts/types.ts'
import { namedOf } from '../model/title.ts'
import type { T } from '../shared/copy.ts'
import { cancelKey, SLOTS_DAY, VIEW, type Drafts } from '../shared/drafts.ts'
import { dayOf } from '../shared/today.ts'
import type { DeskPlace } from './desk-memory.ts'
import { begunFor } from './lost-words.ts'
import type { Onto } from './use-same.ts'

/** Something half-written: whom or what it is for, and the way to it. */
export type Begun = { readonly key: string; readonly says: string; readonly go: () => void }

/** All that a member has begun and not sent, so that nobody has to look through the list for it. */
export function begunAt(
  drafts: Drafts,
  { requests, times: { slots } }: Pick<Onto, 'requests' | 'times'>,
  go: (place: DeskPlace) => void,
  t: T,
  lang: Language,
): readonly Begun[] {
  const written = new Map([...drafts].filter(([key, text]) => !key.startsWith(VIEW) && text.trim() !== ''))
  const forRequests = begunFor(written).flatMap(id => {
    const opened = requests.find(({ stored }) => stored.id === id)
    if (!opened) return []
    const toIt = (): void => {
      go({ tab: 'requests', openId: id })
    }
    return [{ key: id, says: namedOf(opened, t), go: toIt }]
  })
  const forTimes = slots.flatMap(({ id, dates: [first] }) => {
    if (first === undefined || !written.has(cancelKey(id))) return []
    const toIt = (): void => {
      drafts.set(SLOTS_DAY, dayOf(first))
      go({ tab: 'slots', openId: null })
    }
    return [{ key: id, says: `${t('cancel.open')}: ${dayAndTime(first, lang)}`, go: toIt }]
  })
  const toTeam = (): void => {
    go({ tab: 'team', openId: null })
  }
  const forTeam = written.has('templates')
    ? [{ key: 'templates', says: t('templates.title'), go: toTeam }]
    : []
  return [...forRequests, ...forTimes, ...forTeam]
}
