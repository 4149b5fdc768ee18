import type { JSX } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { nameOfDay } from '../../../core/calendar/times.ts'
import { Button, Form, Heading, RadioGroup, TextField, useSubmit } from '../../../ui/index.ts'
import { tIn, useCopy } from '../../shared/copy.ts'
import { candidatesFor, hasCandidates, type Candidate } from '../../model/candidates.ts'
import { isLinkedBeyond, linkedWith, referenceOf } from '../../model/links.ts'
import { LateFold } from '../../shared/late-fold.tsx'
import { Newer, NotSent } from '../../shared/not-sent.tsx'
import { languageOf } from '../../model/reply.ts'
import { useDesk, useUnopened } from '../../model/desk.ts'
import { shownPhone } from '../../model/number.ts'
import type { Readable } from '../../model/requests.ts'
import { titleOf } from '../../model/title.ts'
import { useSaid } from '../../shared/use-said.ts'
import { useFieldError } from '../../shared/use-field-error.ts'
import { useNotice } from './use-notice.ts'

/** The most that are looked through without a search. */
const FEW = 3

/** What this request belongs together with, and the way to link it: a lost code means writing again. */
export function Links({ opened }: { readonly opened: Readable }): JSX.Element {
  const { t, lang } = useCopy()
  const { requests, again, onOpen } = useDesk()
  const { done, openDone } = useUnopened()
  const linked = useMemo(() => linkedWith(opened, requests), [opened, requests])
  const isAny = useMemo(() => hasCandidates(opened, requests), [opened, requests])
  const isBeyond = useMemo(() => isLinkedBeyond(opened, requests), [opened, requests])
  const shut = done.finished + done.junk
  useEffect(() => {
    // What it is linked with may be one that staff are done with.
    if (isBeyond && shut > 0) openDone()
  }, [isBeyond, shut, openDone])
  const [said, setSaid] = useSaid('link')
  const saidRef = useRef<HTMLDivElement>(null)
  return (
    <>
      {linked.length > 0 && <Heading level={2}>{t('link.title')}</Heading>}
      {linked.length > 0 && (
        <ul class="plain-list">
          {linked.map(other => (
            <li key={other.stored.id}>
              <button
                type="button"
                class="link"
                onClick={() => {
                  onOpen(other.stored.id)
                }}
              >
                {t('link.with', {
                  title: titleOf(other, t),
                  day: nameOfDay(other.stored.receivedOn, lang),
                })}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="said" role="status" tabIndex={-1} ref={saidRef}>
        {said}
      </div>
      {(isAny || shut > 0) && (
        <LateFold summary={t('link.fold')} onOpen={openDone}>
          {() => (
            <Older
              opened={opened}
              shut={shut}
              onBegin={() => {
                setSaid('')
              }}
              onLinked={() => {
                setSaid(t('link.done'))
                // What was chosen leaves the list, and perhaps the list with it.
                saidRef.current?.focus()
                again()
              }}
            />
          )}
        </LateFold>
      )}
    </>
  )
}

type Linking = {
  readonly opened: Readable
  readonly onBegin: () => void
  readonly onLinked: () => void
}

/** What it may belong together with, and the words to look for more. */
function Older(props: Linking & { readonly shut: number }): JSX.Element {
  const { t } = useCopy()
  const { requests } = useDesk()
  const { shut, ...linking } = props
  const { opened } = linking
  const [query, setQuery] = useState('')
  const candidates = useMemo(() => candidatesFor(opened, requests, query), [opened, requests, query])
  const isSearch = query.trim() !== ''
  return (
    <>
      {shut > 0 && <p role="status">{t('list.opening', { count: shut })}</p>}
      {(candidates.length > FEW || isSearch) && (
        <>
          <TextField
            name="older-search"
            label={t('link.find')}
            value={query}
            onInput={setQuery}
            autoComplete="off"
            spellcheck={false}
          />
          <div role="status">{isSearch && t('list.found', { count: candidates.length })}</div>
        </>
      )}
      {(candidates.length > 0 || !isSearch) && <LinkForm {...linking} candidates={candidates} />}
    </>
  )
}

function LinkForm(props: Linking & { readonly candidates: readonly Candidate[] }): JSX.Element {
  const { t, lang } = useCopy()
  const { opened, candidates } = props
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const [missing, setMissing] = useFieldError('older')
  const { busy, failed, behind, notify } = useNotice(opened)
  const other = candidates.find(one => one.other.stored.id === chosen)?.other
  // What the person will read, in their own language.
  const theirs = languageOf(opened)
  const text = other && tIn(theirs)('link.message', { day: nameOfDay(other.stored.receivedOn, theirs) })

  const { submit } = useSubmit({
    check() {
      props.onBegin()
      setMissing(other ? undefined : t('link.missing'))
      return other !== undefined
    },
    async send() {
      if (!other || text === undefined) return
      if (!(await notify(other.stored.id, { text, links: referenceOf(other) }))) return
      setChosen(undefined)
      props.onLinked()
    },
  })
  const hint = ({ other: { stored, envelope, given }, same }: Candidate): string[] => {
    const phone = given.phone ?? envelope?.request.phone
    return [
      ...same.map(likeness => t(`link.same.${likeness}`)),
      t('list.received', { day: nameOfDay(stored.receivedOn, lang) }),
      ...(phone === undefined ? [] : [shownPhone(phone)]),
      ...beginningOf(envelope?.request.message),
    ]
  }
  return (
    <>
      <p>{t('link.care')}</p>
      <Form onSubmit={submit}>
        <RadioGroup
          name="older"
          legend={t('link.legend')}
          options={candidates.map(one => ({
            value: one.other.stored.id,
            label: titleOf(one.other, t),
            hint: hint(one),
          }))}
          error={missing}
          value={chosen}
          onChange={one => {
            setChosen(one)
            setMissing(undefined)
            props.onBegin()
          }}
        />
        {text !== undefined && (
          <figure class="quote">
            <figcaption>{t('link.preview')}</figcaption>
            <blockquote lang={theirs}>{text}</blockquote>
          </figure>
        )}
        <p>
          <Button type="submit" kind="quiet" busy={busy} busyLabel={t('reply.sending')}>
            {t('link.button')}
          </Button>
        </p>
        {behind && <Newer />}
        <NotSent failed={failed} />
      </Form>
    </>
  )
}

/** As many characters of a message as tell whether it is the one. */
const BEGINNING = 80

function beginningOf(message: string | undefined): string[] {
  if (message === undefined || message === '') return []
  const line = message.replace(/\s+/g, ' ').trim()
  return [line.length > BEGINNING ? `‘${line.slice(0, BEGINNING).trimEnd()} …’` : `‘${line}’`]
}
