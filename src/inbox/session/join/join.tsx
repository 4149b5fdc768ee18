import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { calendarHash } from '../../../core/sealing/calendar-token.ts'
import { memberOf, type KeyFile, type LockedKey } from '../../../core/sealing/index.ts'
import { compareWords } from '../../../core/sealing/team.ts'
import { Actions, Button, Heading, Notice, useSubmit } from '../../../ui/index.ts'
import { call } from '../../shared/api.ts'
import { useCopy } from '../../shared/copy.ts'
import { failureOf, type Failure } from '../../shared/failure.ts'
import { sentenceFor } from '../../shared/failure-words.ts'
import { saveFile } from '../../shared/save-file.ts'
import { NewKey } from './new-key.tsx'

type Made = { readonly key: KeyFile; readonly locked: LockedKey; readonly words: string }

/** A newcomer with a leader's link: makes keys here, tells the public halves, and reads six words to the leader. */
export function Join(props: {
  /** What stood in the link. */
  readonly token: string
  readonly onDone: () => void
}): JSX.Element {
  const { t } = useCopy()
  const { token, onDone } = props
  const [made, setMade] = useState<Made | null>(null)
  const [failed, setFailed] = useState<Failure | null>(null)
  const [told, setTold] = useState(false)

  const { busy, submit } = useSubmit({
    async send() {
      if (made === null) return
      setFailed(null)
      try {
        const { name, member: signing, recipient } = await memberOf(made.key)
        const calendar = calendarHash(made.key)
        await call('acceptInvite', { body: { token, name, signing, recipient, calendar } })
        setTold(true)
      } catch (error) {
        setFailed(failureOf(error))
      }
    },
  })
  useEffect(() => {
    if (made !== null) submit()
  }, [made, submit])
  const stage = told ? 'told' : made === null ? 'name' : 'telling'
  useEffect(() => {
    if (stage !== 'name') document.querySelector<HTMLElement>('main h1')?.focus()
  }, [stage])

  if (made === null) {
    return (
      <NewKey
        title={t('join.title')}
        lead={t('join.lead')}
        onMade={async (key, locked) => {
          setMade({ key, locked, words: compareWords(await publicOf(key)) })
        }}
      />
    )
  }
  if (!told) {
    const isOver = failed === 'not-found' || failed === 'id-conflict'
    return (
      <>
        <Heading focusable>{t('join.title')}</Heading>
        {failed !== null && (
          <Notice tone="care" live>
            <p>{isOver ? t('join.over') : sentenceFor(failed, t)}</p>
          </Notice>
        )}
        {!isOver && (
          <Actions>
            <Button busy={busy} busyLabel={t('join.telling')} onClick={submit}>
              {t('list.again')}
            </Button>
          </Actions>
        )}
      </>
    )
  }
  return (
    <>
      <Heading focusable>{t('join.compareTitle')}</Heading>
      <p>{t('join.compare')}</p>
      <Notice tone="care" icon="letter">
        <p>
          <strong data-words>{made.words}</strong>
        </p>
      </Notice>
      <p>{t('join.then')}</p>
      <p>{t('join.file')}</p>
      <Actions>
        <Button onClick={onDone}>{t('join.toSignIn')}</Button>
        <Button
          kind="quiet"
          icon="copy"
          onClick={() => {
            saveFile('key.json', JSON.stringify(made.locked, null, 2) + '\n')
          }}
        >
          {t('join.saveFile')}
        </Button>
      </Actions>
    </>
  )
}

async function publicOf(key: KeyFile): Promise<{ signing: string; recipient: string }> {
  const { member, recipient } = await memberOf(key)
  return { signing: member, recipient }
}
