import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { randomBytes } from '@noble/hashes/utils.js'
import type { Invite, InvitePost } from '../../core/contract/team.ts'
import { hashToken } from '../../core/sealing/hash-token.ts'
import { toBase64url } from '../../core/sealing/index.ts'
import type { Role } from '../../core/sealing/team-entry.ts'
import { compareWords } from '../../core/sealing/team.ts'
import { Actions, Button, Confirm, Fold, Form, Notice, RadioGroup } from '../../ui/index.ts'
import { inviteLink } from '../session/join/link.ts'
import { call } from '../shared/api.ts'
import { CopyButton } from '../shared/copy-button.tsx'
import { useCopy } from '../shared/copy.ts'
import { addition } from './changes.ts'
import type { Change, Run } from './run.ts'

/** Inviting: a link that works once and for a day, and then the six words that two people compare. */
export function Invites(props: {
  readonly invites: readonly Invite[]
  readonly run: Run
  readonly change: Change
  readonly busy: boolean
}): JSX.Element {
  const { t } = useCopy()
  const { invites, run, change, busy } = props
  const [role, setRole] = useState<Role>('member')
  const [link, setLink] = useState<{ readonly id: string; readonly address: string } | null>(null)

  const make = (): Promise<void> => {
    const token = toBase64url(randomBytes(32))
    const post: InvitePost = { id: crypto.randomUUID(), token: hashToken(token), role }
    return run(async () => {
      await call('invite', { body: post })
      // Behind the #: a browser sends that to no server, so it is in no log.
      setLink({ id: post.id, address: inviteLink(`${location.origin}${location.pathname}`, token) })
    }, t('team.invite.made'))
  }

  return (
    <section class="flow">
      <h2>{t('team.invite.title')}</h2>
      {invites.map(one => (
        <Waiting
          key={one.id}
          invite={one}
          address={link?.id === one.id ? link.address : null}
          run={run}
          change={change}
          busy={busy}
        />
      ))}
      <Fold summary={t('team.invite.new')}>
        <p>{t('team.invite.lead')}</p>
        <Form
          onSubmit={() => {
            make().catch(reportError)
          }}
        >
          <RadioGroup
            name="role"
            legend={t('team.invite.role')}
            options={[
              { value: 'member', label: t('team.role.member'), hint: t('team.roleHint.member') },
              { value: 'leader', label: t('team.role.leader'), hint: t('team.roleHint.leader') },
            ]}
            value={role}
            onChange={setRole}
          />
          <p>
            <Button type="submit" busy={busy} busyLabel={t('team.busy')}>
              {t('team.invite.button')}
            </Button>
          </p>
        </Form>
      </Fold>
    </section>
  )
}

/** An invitation that nobody has opened yet, or a newcomer whose words are to be compared. */
function Waiting(props: {
  readonly invite: Invite
  /** The link, while this page still knows it: nobody can show it again. */
  readonly address: string | null
  readonly run: Run
  readonly change: Change
  readonly busy: boolean
}): JSX.Element {
  const { t } = useCopy()
  const { invite, address, run, change, busy } = props
  const { newcomer } = invite
  const [asking, setAsking] = useState(false)
  const takeBack = (
    <Button
      kind="quiet"
      busy={busy}
      onClick={() => {
        const work = (): Promise<void> => call('takeBackInvite', { id: invite.id })
        run(work, t('team.invite.takenBack')).catch(reportError)
      }}
    >
      {t('team.invite.takeBack')}
    </Button>
  )
  if (newcomer === null) {
    return (
      <Notice tone="info" icon="letter" title={t('team.invite.waits')} level={3}>
        {address === null ? (
          <p>{t('team.invite.noLink')}</p>
        ) : (
          <>
            <p>{t('team.invite.send')}</p>
            <p class="feed-address" translate={false}>
              <code>{address}</code>
            </p>
            <CopyButton label={t('team.invite.copy')} copied={t('team.invite.copied')} text={() => address} />
          </>
        )}
        <Actions>{takeBack}</Actions>
      </Notice>
    )
  }
  const { name } = newcomer
  return (
    <Notice tone="care" icon="letter" title={t('team.confirm.title', { name })} level={3}>
      <p>{t('team.confirm.lead', { name })}</p>
      <p>
        <strong data-words>{compareWords(newcomer)}</strong>
      </p>
      <Confirm
        asking={asking}
        label={name}
        question={t('team.confirm.ask', { name })}
        answers={
          <>
            <Button
              busy={busy}
              busyLabel={t('team.busy')}
              onClick={() => {
                const done = t('team.confirm.done', { name })
                change(leading => addition(leading, invite, newcomer), done).catch(reportError)
              }}
            >
              {t('team.confirm.yes', { name })}
            </Button>
            <Button
              kind="quiet"
              onClick={() => {
                setAsking(false)
              }}
            >
              {t('team.confirm.no')}
            </Button>
          </>
        }
      >
        <Button
          data-asks=""
          onClick={() => {
            setAsking(true)
          }}
        >
          {t('team.confirm.button', { name })}
        </Button>
        {takeBack}
      </Confirm>
    </Notice>
  )
}
