import type { JSX } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import { dayAndTime } from '../../core/calendar/times.ts'
import { Actions, Button, Confirm, LinkButton, Notice } from '../../ui/index.ts'
import { CitizenContext } from '../citizen.ts'
import { useCopy } from '../copy/copy.ts'
import {
  flush,
  onOutboxChange,
  seen,
  standings,
  tryAgain,
  withdrawWaiting,
  type Standing,
} from '../outbox/outbox.ts'

/** Where each message stands: not sent yet, arrived unseen, or in need of a decision. Nothing when there is none. */
export function OutboxStatus(): JSX.Element {
  const { t } = useCopy()
  const all = useStandings()
  const [after, setAfter] = useState<Withdrawn | null>(null)
  return (
    <>
      {after && (
        <Notice tone="info" live>
          <p>{t(`offline:withdraw.${after}`)}</p>
        </Notice>
      )}
      {all.map(standing =>
        standing.at === 'sent' ? (
          <Arrived key={standing.id} {...standing} />
        ) : (
          <Here key={standing.id} standing={standing} onWithdrawn={setAfter} />
        ),
      )}
    </>
  )
}

type Withdrawn = Awaited<ReturnType<typeof withdrawWaiting>> | 'failed'

function useStandings(): Standing[] {
  const receipt = useContext(CitizenContext)?.receipt
  const [all, setAll] = useState<Standing[]>([])
  const [whys, setWhys] = useState<Record<string, 'offline' | 'server' | 'busy'>>({})
  useEffect(() => {
    const look = (): void => {
      standings().then(setAll, reportError)
    }
    look()
    return onOutboxChange(news => {
      if ('forgotten' in news) {
        setAll([])
        return
      }
      const { id, outcome } = news
      if (outcome?.kind === 'waiting') setWhys(before => ({ ...before, [id]: outcome.why }))
      look()
    })
  }, [])
  return all
    .filter(({ id, at }) => id !== receipt?.id || (at !== 'sent' && receipt.state !== 'sending')) // the receipt says it
    .map(one => (one.at === 'waiting' ? { ...one, why: whys[one.id] ?? null } : one))
}

function Arrived({ id, answer, wished }: Extract<Standing, { at: 'sent' }>): JSX.Element {
  const { t, lang, href } = useCopy()
  const dates = answer?.slot?.dates
  return (
    <Notice tone="done" title={t('offline:sent.title')} live>
      <p>{t('offline:sent.text')}</p>
      {dates && (
        <p>{t('offline:sent.time', { time: dates.map(date => dayAndTime(date, lang)).join('; ') })}</p>
      )}
      {wished && answer && !dates && <p>{t('offline:sent.timeGone')}</p>}
      <p>
        <a href={href('replies')}>{t('offline:sent.code')}</a>
      </p>
      <Actions>
        <Button
          kind="quiet"
          onClick={() => {
            seen(id).catch(reportError)
          }}
        >
          {t('offline:sent.ok')}
        </Button>
      </Actions>
    </Notice>
  )
}

function Here(props: {
  standing: Exclude<Standing, { at: 'sent' }>
  onWithdrawn: (how: Withdrawn) => void
}): JSX.Element {
  const { t, href } = useCopy()
  const { standing, onWithdrawn } = props
  const [busy, setBusy] = useState(false)
  const [sure, setSure] = useState(false)
  const citizen = useContext(CitizenContext)

  const sendNow = (): void => {
    setBusy(true)
    tryAgain(standing.id)
      .then(flush)
      .catch(reportError)
      .finally(() => {
        setBusy(false)
      })
  }
  const withdraw = (): void => {
    withdrawWaiting(standing.id).then(
      how => {
        const ours = citizen?.receipt?.id === standing.id ? citizen.receipt : null
        // It may lie there, and nobody else has the code: the receipt keeps it and says so.
        if (ours && how === 'may-have-arrived') citizen?.setReceipt({ ...ours, state: 'taken-back' })
        else onWithdrawn(how)
        if (ours && how === 'withdrawn') citizen?.forget()
      },
      (error: unknown) => {
        onWithdrawn('failed')
        reportError(error)
      },
    )
  }

  const confirm = (button: string, others: JSX.Element): JSX.Element => (
    <Confirm
      asking={sure}
      label={t('offline:withdraw.button')}
      question={t('offline:withdraw.sure')}
      answers={
        <>
          <Button kind="danger" onClick={withdraw}>
            {t('offline:withdraw.yes')}
          </Button>
          <Button
            kind="quiet"
            onClick={() => {
              setSure(false)
            }}
          >
            {t('offline:withdraw.no')}
          </Button>
        </>
      }
    >
      {others}
      <Button
        kind="quiet"
        icon="erase"
        data-asks=""
        onClick={() => {
          setSure(true)
        }}
      >
        {button}
      </Button>
    </Confirm>
  )
  if (standing.at === 'needs-you') {
    return (
      <Notice tone="care" icon="letter" title={t('offline:needs.title')} live>
        <p>{t(`offline:needs.${standing.why}`)}</p>
        {confirm(
          t('offline:needs.delete'),
          <>
            <LinkButton href={href('contact')}>{t('offline:needs.write')}</LinkButton>
            {mayGoLater(standing.why) && (
              <Button kind="quiet" busy={busy} busyLabel={t('offline:waiting.trying')} onClick={sendNow}>
                {t('offline:needs.again')}
              </Button>
            )}
          </>,
        )}
      </Notice>
    )
  }
  return (
    <Notice tone="care" icon="clock" title={t('offline:waiting.title')} live>
      <p>{t(goesBySelf() ? 'offline:waiting.bySelf' : 'offline:waiting.byPage')}</p>
      {standing.why && <p>{t(`offline:waiting.${standing.why}`)}</p>}
      <p>{t('offline:waiting.private')}</p>
      {confirm(
        t('offline:withdraw.button'),
        <Button busy={busy} busyLabel={t('offline:waiting.trying')} onClick={sendNow}>
          {t('offline:waiting.now')}
        </Button>,
      )}
    </Notice>
  )
}

/** What was withdrawn, is too long, or sealed for another lock stays so: trying again would only raise a hope. */
const mayGoLater = (why: Extract<Standing, { at: 'needs-you' }>['why']): boolean => why === 'unacceptable'

/** Where there is Background Sync the phone sends without the page; elsewhere the page has to be opened. */
const goesBySelf = (): boolean => 'SyncManager' in globalThis
