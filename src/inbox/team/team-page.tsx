import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { Heading, Notice, Skeleton } from '../../ui/index.ts'
import { first } from '../model/build-info.ts'
import type { Session } from '../session/session.ts'
import { call } from '../shared/api.ts'
import { useCopy } from '../shared/copy.ts'
import { failureOf, type Failure } from '../shared/failure.ts'
import { sentenceFor } from '../shared/failure-words.ts'
import { Later } from '../shared/later.tsx'
import { useSignedOut } from '../shared/signed-out.ts'
import { today } from '../shared/today.ts'
import { TemplatesForm } from '../templates/templates-form.tsx'
import { Senseless } from './changes.ts'
import { Invites } from './invites.tsx'
import { Log } from './log.tsx'
import { MemberRow } from './member-row.tsx'
import { Older } from './older.tsx'
import { OwnKey } from './own-key.tsx'
import { ToBuild } from './to-build.tsx'
import type { Change, Run } from './run.ts'
import type { TeamLooked } from '../model/team.ts'

/** Who is on the team; for leaders the ways to take somebody in, to change roles, and to remove. */
export function TeamPage(props: {
  readonly session: Session
  /** The recovery key opens what was sealed to team keys that are lost. */
  readonly onOlder: (session: Session) => void
  readonly looked: TeamLooked
  readonly look: () => Promise<void>
}): JSX.Element {
  const { t } = useCopy()
  const { session, looked, look } = props
  const onSignedOut = useSignedOut()
  const [said, setSaid] = useState('')
  const [failed, setFailed] = useState<Failure | 'senseless' | null>(null)
  const [busy, setBusy] = useState(false)
  // Two taps may come before the first is drawn.
  const underWay = useRef(false)

  const run: Run = async (work, done) => {
    if (underWay.current) return
    underWay.current = true
    setBusy(true)
    setSaid('')
    setFailed(null)
    let told = ''
    try {
      await work()
      told = done
    } catch (error) {
      const why = error instanceof Senseless ? 'senseless' : failureOf(error)
      if (why === 'not-signed-in') onSignedOut()
      setFailed(why)
    }
    await look()
    // Said once it can be seen: who goes on at the word for it would lose their place when a row went after it.
    setSaid(told)
    underWay.current = false
    setBusy(false)
    // What was pressed may be gone with what it was for: the focus goes to where it is said what was done.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus()
    })
  }

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
  const { kept } = looked.believed
  const { members } = kept.team
  const isLeader = members.some(one => one.signing === session.member && one.role === 'leader')
  const leading = { kept, key: session.key, first, on: today() }
  const change: Change = (prepare, done) =>
    run(async () => call('changeTeam', { body: await prepare(leading) }), done)

  return (
    <>
      {heading}
      <div class="said" role="status">
        {said}
      </div>
      {failed && (
        <Notice tone="care" live>
          <p>{failed === 'senseless' ? t('team.senseless') : sentenceFor(failed, t)}</p>
        </Notice>
      )}
      <ToBuild kept={kept} isLeader={isLeader} />
      <p>{t('team.about')}</p>
      <ul class="team-list">
        {members.map(one => (
          <MemberRow
            key={one.signing}
            member={one}
            isSelf={one.signing === session.member}
            canChange={isLeader && kept.team.epochs.length > 0}
            signedIn={kept.answer.signedIn.find(of => of.signing === one.signing)?.hour ?? null}
            busy={busy}
            change={change}
          />
        ))}
      </ul>
      <Later>{() => <OwnKey memberKey={session.key} />}</Later>
      {isLeader ? (
        <>
          <Later>
            {() => <Invites invites={kept.answer.invites} run={run} change={change} busy={busy} />}
          </Later>
          <Later>
            {() => (
              <>
                <Heading level={2}>{t('team.forLeaders')}</Heading>
                <TemplatesForm session={session} />
                <Log />
                <Older session={session} onOlder={props.onOlder} />
              </>
            )}
          </Later>
        </>
      ) : (
        <p>{t('team.askLeader')}</p>
      )}
    </>
  )
}
