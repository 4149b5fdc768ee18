import type { JSX } from 'preact'
import { Heading, Notice } from '../../ui/index.ts'
import type { Session } from '../session/session.ts'
import { call } from '../shared/api.ts'
import { useCopy } from '../shared/copy.ts'
import { sentenceFor } from '../shared/failure-words.ts'
import { Later } from '../shared/later.tsx'
import { TemplatesForm } from '../templates/templates-form.tsx'
import type { Leading } from './changes.ts'
import { Invites } from './invites.tsx'
import { Log } from './log.tsx'
import { MemberRow } from './member-row.tsx'
import { Older } from './older.tsx'
import { OwnKey } from './own-key.tsx'
import type { Change } from './run.ts'
import { ToBuild } from './to-build.tsx'
import type { Running } from './use-run.ts'

/** The team as it is believed, and how the last act on it went; for leaders what they can do with it. */
export function BelievedTeam(props: {
  readonly session: Session
  readonly leading: Leading
  readonly running: Running
  /** The recovery key opens what was sealed to team keys that are lost. */
  readonly onOlder: (session: Session) => void
}): JSX.Element {
  const { t } = useCopy()
  const { session, leading, running } = props
  const { kept } = leading
  const { run, busy, failed } = running
  const { members } = kept.team
  const isLeader = members.some(one => one.signing === session.member && one.role === 'leader')
  const change: Change = (prepare, done) =>
    run(async () => call('changeTeam', { body: await prepare(leading) }), done)

  return (
    <>
      <div class="said" role="status">
        {running.said}
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
