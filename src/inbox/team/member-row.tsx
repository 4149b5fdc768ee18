import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Listed } from '../../core/sealing/team.ts'
import { Button, Confirm } from '../../ui/index.ts'
import { useCopy } from '../shared/copy.ts'
import { removal, roleChange } from './changes.ts'
import { hourText } from './hour-text.ts'
import type { Change } from './run.ts'

/** A member with role and last sign-in; for a leader with the ways to change that. */
export function MemberRow(props: {
  readonly member: Listed
  readonly isSelf: boolean
  readonly canChange: boolean
  /** `YYYY-MM-DDTHH`; null when they never were here. */
  readonly signedIn: string | null
  readonly busy: boolean
  readonly change: Change
}): JSX.Element {
  const { t, lang } = useCopy()
  const { member, isSelf, canChange, signedIn, busy, change } = props
  const { name, role, signing } = member
  const [asking, setAsking] = useState(false)
  const other = role === 'leader' ? 'member' : 'leader'
  return (
    <li class="team-row">
      <div class="team-who">
        <h2>{isSelf ? t('team.you', { name }) : name}</h2>
        <p>
          {t(`team.role.${role}`)}
          {' · '}
          {signedIn === null ? t('team.never') : t('team.last', { when: hourText(signedIn, lang) })}
        </p>
      </div>
      {canChange && !isSelf && (
        <Confirm
          asking={asking}
          label={name}
          question={t('team.remove.ask', { name })}
          answers={
            <>
              <Button
                kind="danger"
                busy={busy}
                busyLabel={t('team.busy')}
                onClick={() => {
                  change(leading => removal(leading, member), t('team.remove.done', { name })).catch(
                    reportError,
                  )
                }}
              >
                {t('team.remove.yes', { name })}
              </Button>
              <Button
                kind="quiet"
                onClick={() => {
                  setAsking(false)
                }}
              >
                {t('team.remove.no')}
              </Button>
            </>
          }
        >
          <Button
            kind="quiet"
            busy={busy}
            onClick={() => {
              const done = t(`team.made.${other}`, { name })
              change(leading => roleChange(leading, signing, other), done).catch(reportError)
            }}
          >
            {t(`team.make.${other}`, { name })}
          </Button>
          <Button
            kind="quiet"
            data-asks=""
            onClick={() => {
              setAsking(true)
            }}
          >
            {t('team.remove.button', { name })}
          </Button>
        </Confirm>
      )}
    </li>
  )
}
