import type { ComponentChildren, JSX } from 'preact'
import { FailedNotice } from '../../shared/failed-notice.tsx'
import { AskDoubts } from './ask-doubts.tsx'
import { Meanwhile } from './meanwhile.tsx'
import type { Looking } from './use-second-look.ts'

/** Why times were not published or changed, and what is asked before they are; the buttons that do it are the children. */
export function SecondLook(props: {
  readonly look: Looking
  /** What the button says that does it anyway. */
  readonly yes: string
  readonly children: ComponentChildren
}): JSX.Element {
  const { look } = props
  return (
    <>
      <FailedNotice failed={look.failed} />
      {look.isBehind && <Meanwhile />}
      <AskDoubts
        doubts={look.doubts}
        asking={look.isAsking}
        busy={look.busy}
        yes={props.yes}
        onNo={look.leave}
      >
        {props.children}
      </AskDoubts>
    </>
  )
}
