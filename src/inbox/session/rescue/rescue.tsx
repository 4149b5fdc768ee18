import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { TeamAnswer } from '../../../core/contract/team.ts'
import type { KeyFile, LockedKey } from '../../../core/sealing/index.ts'
import { keysFile } from '../../../core/sealing/keys-file.ts'
import { verifyTeam, type Team } from '../../../core/sealing/team.ts'
import { Actions, Button, ErrorSummary, Form, Heading, Notice, useSubmit } from '../../../ui/index.ts'
import { first } from '../../model/build-info.ts'
import { call } from '../../shared/api.ts'
import { useCopy } from '../../shared/copy.ts'
import { failureOf } from '../../shared/failure.ts'
import { sentenceFor } from '../../shared/failure-words.ts'
import { RecoveryField } from '../../shared/recovery-field.tsx'
import { saveFile } from '../../shared/save-file.ts'
import { today } from '../../shared/today.ts'
import { NewKey } from '../join/new-key.tsx'
import { readRecovery } from '../recovery.ts'
import { closeSession, enter } from '../session.ts'
import { beginAnew } from './anew.ts'

type Stage =
  | { readonly at: 'key' }
  | { readonly at: 'leader'; readonly rescue: KeyFile; readonly team: Team }
  | { readonly at: 'done'; readonly locked: LockedKey; readonly file: string }

/** All members' keys are lost: the holder of the recovery key makes a new first leader, and a new epoch. */
export function Rescue(props: { readonly onDone: () => void }): JSX.Element {
  const { t } = useCopy()
  const [stage, setStage] = useState<Stage>({ at: 'key' })
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const { at } = stage
  useEffect(() => {
    document.querySelector<HTMLElement>('main h1')?.focus()
  }, [at])

  /** What the intake keeps of the team, checked from the first leader on. */
  const look = async (): Promise<{ answer: TeamAnswer; team: Team } | null> => {
    const answer = await call('team', {})
    const verdict = verifyTeam(answer.entries, first ?? '')
    return verdict.ok ? { answer, team: verdict.team } : null
  }
  const { busy, attempt, submit } = useSubmit({
    async send() {
      try {
        const rescue = await readRecovery(typed)
        if (rescue === null) setError(t('rescue.wrong'))
        else {
          await enter(rescue)
          const looked = await look()
          if (looked === null) setError(t('rescue.unbelieved'))
          else setStage({ at: 'leader', rescue, team: looked.team })
        }
      } catch (fault) {
        const why = failureOf(fault)
        setError(why === 'sign-in-refused' ? t('rescue.refused') : sentenceFor(why, t))
      }
    },
  })
  const begin = async (rescue: KeyFile, team: Team, leader: KeyFile, locked: LockedKey): Promise<void> => {
    try {
      await call('changeTeam', { body: await beginAnew(team, rescue, leader, today()) })
      const looked = await look()
      await closeSession()
      const file = looked && keysFile(looked.team, looked.answer)
      if (file === null) throw new Error('the list that was just made is not believed')
      setStage({ at: 'done', locked, file })
    } catch (fault) {
      setError(sentenceFor(failureOf(fault), t))
      setStage({ at: 'key' })
    }
  }

  if (stage.at === 'leader') {
    const { rescue, team } = stage
    return (
      <NewKey
        title={t('rescue.leaderTitle')}
        lead={t('rescue.leaderLead')}
        onMade={(leader, locked) => begin(rescue, team, leader, locked)}
      />
    )
  }
  if (stage.at === 'done') {
    return (
      <>
        <Heading focusable>{t('rescue.doneTitle')}</Heading>
        <p>{t('rescue.done')}</p>
        <Actions>
          <Button
            icon="copy"
            onClick={() => {
              saveFile('keys.json', stage.file)
            }}
          >
            {t('team.build.save')}
          </Button>
          <Button
            kind="quiet"
            icon="copy"
            onClick={() => {
              saveFile('key.json', JSON.stringify(stage.locked, null, 2) + '\n')
            }}
          >
            {t('join.saveFile')}
          </Button>
        </Actions>
        <p>{t('rescue.then')}</p>
        <Actions>
          <Button kind="quiet" onClick={props.onDone}>
            {t('join.toSignIn')}
          </Button>
        </Actions>
      </>
    )
  }
  return (
    <>
      <ErrorSummary
        title={t('rescue.errorTitle')}
        errors={error ? [{ name: 'recovery', text: error }] : []}
        attempt={attempt}
      />
      <Heading focusable>{t('rescue.title')}</Heading>
      <p>{t('rescue.lead')}</p>
      <Notice tone="care">
        <p>{t('rescue.care')}</p>
      </Notice>
      <Form onSubmit={submit}>
        <RecoveryField value={typed} error={error} onInput={setTyped} />
        <Actions>
          <Button type="submit" busy={busy} busyLabel={t('rescue.busy')}>
            {t('rescue.button')}
          </Button>
          <Button kind="quiet" onClick={props.onDone}>
            {t('join.toSignIn')}
          </Button>
        </Actions>
      </Form>
    </>
  )
}
