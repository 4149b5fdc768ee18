import { useEffect, useState } from 'preact/hooks'
import type { TeamAnswer } from '../../../core/contract/team.ts'
import type { KeyFile, LockedKey } from '../../../core/sealing/index.ts'
import { keysFile } from '../../../core/sealing/keys-file.ts'
import { verifyTeam, type Team } from '../../../core/sealing/team.ts'
import { first } from '../../model/build-info.ts'
import { call } from '../../shared/api.ts'
import { useCopy } from '../../shared/copy.ts'
import { failureOf } from '../../shared/failure.ts'
import { sentenceFor } from '../../shared/failure-words.ts'
import { today } from '../../shared/today.ts'
import { readRecovery } from '../recovery.ts'
import { closeSession, enter } from '../session.ts'
import { beginAnew } from './anew.ts'

/** First the recovery key, then a new leader's keys; then there are files to save. */
type Stage =
  | { readonly at: 'key' }
  | { readonly at: 'leader'; readonly rescue: KeyFile; readonly team: Team }
  | { readonly at: 'done'; readonly locked: LockedKey; readonly file: string }

/** How far it is with beginning the team again, and the ways on. At each stage the focus goes to its heading. */
export function useRescue(): {
  readonly stage: Stage
  /** What is typed of the recovery key. */
  readonly typed: string
  readonly setTyped: (typed: string) => void
  readonly error: string | undefined
  /** Looks for the team with the recovery key; for `useSubmit`. */
  readonly send: () => Promise<void>
  /** Begins the team with its new leader. */
  readonly begin: (rescue: KeyFile, team: Team, leader: KeyFile, locked: LockedKey) => Promise<void>
} {
  const { t } = useCopy()
  const [stage, setStage] = useState<Stage>({ at: 'key' })
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const { at } = stage
  useEffect(() => {
    document.querySelector<HTMLElement>('main h1')?.focus()
  }, [at])

  return {
    stage,
    typed,
    setTyped,
    error,
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
    async begin(rescue, team, leader, locked) {
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
    },
  }
}

/** What the intake keeps of the team, checked from the first leader on; null when it is not to be believed. */
async function look(): Promise<{ readonly answer: TeamAnswer; readonly team: Team } | null> {
  const answer = await call('team', {})
  const verdict = verifyTeam(answer.entries, first ?? '')
  return verdict.ok ? { answer, team: verdict.team } : null
}
