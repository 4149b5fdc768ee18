import type { JSX } from 'preact'
import { Heading, Skeleton } from '../../ui/index.ts'
import { first } from '../model/build-info.ts'
import type { TeamLooked } from '../model/team.ts'
import type { Session } from '../session/session.ts'
import { useCopy } from '../shared/copy.ts'
import { sentenceFor } from '../shared/failure-words.ts'
import { today } from '../shared/today.ts'
import { BelievedTeam } from './believed-team.tsx'
import { useRun } from './use-run.ts'

/** Who is on the team; for leaders the ways to take somebody in, to change roles, and to remove. */
export function TeamPage(props: {
  readonly session: Session
  /** The recovery key opens what was sealed to team keys that are lost. */
  readonly onOlder: (session: Session) => void
  readonly looked: TeamLooked
  readonly look: () => Promise<void>
}): JSX.Element {
  const { t } = useCopy()
  const { session, looked } = props
  const running = useRun(props.look)

  const heading = <Heading focusable>{t('team.title')}</Heading>
  if (looked.kind === 'loading') return <Skeleton label={t('team.loading')} />
  if (looked.kind === 'failed') {
    return (
      <>
        {heading}
        <p role="status">{sentenceFor(looked.why, t)}</p>
      </>
    )
  }
  if (looked.kind === 'none' || !looked.believed.ok || first === null) {
    return (
      <>
        {heading}
        <p>{t(looked.kind === 'none' ? 'team.none' : 'team.nothing')}</p>
      </>
    )
  }
  const leading = { kept: looked.believed.kept, key: session.key, first, on: today() }
  return (
    <>
      {heading}
      <BelievedTeam session={session} leading={leading} running={running} onOlder={props.onOlder} />
    </>
  )
}
