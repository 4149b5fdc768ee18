import type { JSX } from 'preact'
import { useCallback, useState } from 'preact/hooks'
import { Actions } from '../../../ui/index.ts'
import { hadTime } from '../../model/meetings.ts'
import type { Readable } from '../../model/requests.ts'
import { useCopy } from '../../shared/copy.ts'
import type { Failure } from '../../shared/failure.ts'
import { NotSent } from '../../shared/not-sent.tsx'
import { useSaid } from '../../shared/use-said.ts'
import { useOwner } from '../about/use-owner.ts'
import { clickName, NoteEventButton, type OneClick } from './note-event.tsx'

/** One click each, since most answers are given by telephone and nobody writes what takes long to write. */
const CALLS = ['no-answer', 'hung-up', 'talked'] as const
const MEETINGS = ['came', 'no-show'] as const

/** Who has the request, and what is noted with one click: taking it or letting it go, calls, and whether somebody came. */
export function NoteClicks({ opened }: { readonly opened: Readable }): JSX.Element {
  const { t } = useCopy()
  const [clicked] = useSaid('click')
  const { isMine, says } = useOwner(opened)
  /** Why the latest click of each was not saved. */
  const [lost, setLost] = useState<Partial<Record<OneClick, Failure | null>>>({})
  const onFailed = useCallback((event: OneClick, why: Failure | null): void => {
    setLost(before => ({ ...before, [event]: why }))
  }, [])
  const clicks = [isMine ? 'free' : 'mine', ...CALLS, ...(hadTime(opened) ? MEETINGS : [])] as const
  return (
    <>
      <p>{says}</p>
      <Actions>
        {clicks.map((event, at) => (
          // The first stays the same button, which may have the focus, whether it takes or lets go.
          <NoteEventButton key={at} opened={opened} event={event} onFailed={onFailed} />
        ))}
      </Actions>
      <div class="said" role="status">
        {clicked}
      </div>
      {clicks.map(event => (
        <NotSent key={event} failed={lost[event] ?? null} what={clickName(event, t)} />
      ))}
    </>
  )
}
