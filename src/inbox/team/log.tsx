import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { AuditEntry } from '../../core/contract/index.ts'
import { Actions, Button, Fold, useSubmit } from '../../ui/index.ts'
import { call } from '../shared/api.ts'
import { useCopy } from '../shared/copy.ts'
import { sentenceFor } from '../shared/failure-words.ts'
import { useTrying } from '../shared/use-trying.ts'
import { hourText } from './hour-text.ts'

/** Who did what, the newest first, as the intake has written it down; and what it cannot know. */
export function Log(): JSX.Element {
  const { t, lang } = useCopy()
  const [entries, setEntries] = useState<readonly AuditEntry[] | null>(null)
  const [more, setMore] = useState(true)
  const { failed, trying } = useTrying()
  const lines = useRef<HTMLOListElement>(null)
  const shown = useRef(0)
  useEffect(() => {
    if (entries === null) return
    // To the first line that is new: the button may be gone, and reading goes on there.
    const all = [...(lines.current?.querySelectorAll<HTMLElement>('li') ?? [])]
    all[shown.current]?.focus()
    shown.current = entries.length
  }, [entries])

  const { busy, submit: fetchMore } = useSubmit({
    async send() {
      await trying(async () => {
        const last = entries?.at(-1)
        const answer = await call('audit', last === undefined ? {} : { query: { before: String(last.seq) } })
        setEntries([...(entries ?? []), ...answer.entries])
        setMore(answer.more)
      })
    },
  })
  const what = ({ act, reference, state, about }: AuditEntry): string => {
    const done = t(`team.log.acts.${act}`)
    const to = [
      done,
      ...(state === null ? [] : [t(`state.${state}`)]),
      ...(about === null ? [] : [about]),
    ].join(': ')
    return reference === null ? to : `${to} (${reference})`
  }

  return (
    <Fold summary={t('team.log.title')}>
      <p>{t('team.log.about')}</p>
      <p>{t('team.log.opened')}</p>
      {entries !== null && (
        <ol class="team-log" reversed ref={lines}>
          {entries.map(entry => (
            <li key={entry.seq} tabIndex={-1}>
              <span class="team-log-when">{hourText(entry.hour, lang)}</span> <strong>{entry.who}</strong>{' '}
              {what(entry)}
            </li>
          ))}
        </ol>
      )}
      <div role="status">{failed && <p>{sentenceFor(failed, t)}</p>}</div>
      {more && (
        <Actions>
          <Button kind="quiet" busy={busy} busyLabel={t('list.fetching')} onClick={fetchMore}>
            {t(entries === null ? 'team.log.show' : 'team.log.more')}
          </Button>
        </Actions>
      )}
    </Fold>
  )
}
