import type { JSX } from 'preact'
import { useContext, useEffect, useMemo, useRef } from 'preact/hooks'
import { mayMove } from '../../../core/contract/index.ts'
import { useDesk, type Desk } from '../../model/desk.ts'
import { referenceOf } from '../../model/links.ts'
import { fromCitizen, type OpenedRequest } from '../../model/requests.ts'
import { shownTitle, whoOf } from '../../model/title.ts'
import { hasOpenCrisis } from '../../model/urgency.ts'
import { useCopy } from '../../shared/copy.ts'
import { DraftsContext, useDraft, VIEW } from '../../shared/drafts.ts'
import { noteRows, useDrawn } from './use-drawn.ts'
import { forgetFocus, useKeptFocus, useToCome } from './use-kept-focus.ts'
import { Guarded } from '../../shared/guarded.tsx'
import { MarkedWords } from '../about/marked-words.tsx'
import { Tags } from '../about/tags.tsx'
import { MarkBox } from '../../shared/marking.tsx'
import { useLeaving } from '../../shared/use-return.ts'

/** How many are shown without asking for more. */
export const AT_ONCE = 30

/** Requests below each other; the whole of a card opens it, and the arrow keys lead from one to the next. */
export function RequestList(props: {
  /** Which group it is, to stand as it stood when one comes back. */
  readonly name: string
  readonly requests: readonly OpenedRequest[]
  readonly level: 2 | 3
  /** How many rows stand over this list; 0 when left out. */
  readonly above?: number
  /** By what the list is narrowed. */
  readonly narrowed?: string
  readonly isSaid?: 'state' | undefined
}): JSX.Element {
  const { t } = useCopy()
  const { requests, above = 0 } = props
  const [kept, setKept] = useDraft(`${VIEW}count-${props.name}`)
  const shown = Number(kept ?? AT_ONCE)
  const { slots, today, onOpen } = useDesk()
  const rows = requests.slice(0, shown)
  const { from, to, over, under, tookOf } = useDrawn(
    rows.map(({ stored }) => stored.id),
    above,
    props.narrowed,
  )
  useToCome([...rows.slice(0, from), ...rows.slice(to)].map(({ stored }) => stored.id))
  /** The first of those that were asked for: the focus goes to it as soon as it is drawn. */
  const wanted = useRef<string | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    const button = document.querySelector<HTMLElement>(`[data-opens="${CSS.escape(wanted.current)}"]`)
    if (!button) return
    wanted.current = null
    button.focus()
  })
  // A list with nothing in it is none to who hears the page: until the first row is drawn this is a place.
  const Rows = from < to ? 'ul' : 'div'
  return (
    <>
      <Rows class="request-list" style={{ paddingBlock: `${over}px ${under}px` }}>
        {rows.slice(from, to).map(opened => (
          <Row
            key={opened.stored.id}
            opened={opened}
            // Times that are none of its own change nothing of it.
            slots={opened.stored.bookings.length > 0 ? slots : NO_TIMES}
            today={today}
            onOpen={onOpen}
            level={props.level}
            isSaid={props.isSaid}
            took={tookOf(opened.stored.id)}
          />
        ))}
      </Rows>
      {requests.length > shown && (
        <p>
          <button
            type="button"
            class="link"
            onClick={() => {
              wanted.current = requests[shown]?.stored.id ?? null
              setKept(String(shown + AT_ONCE))
            }}
          >
            {t('list.more', { count: Math.min(AT_ONCE, requests.length - shown) })}
          </button>
        </p>
      )}
    </>
  )
}

const NO_TIMES: Desk['slots'] = []

type RowProps = Pick<Desk, 'slots' | 'today' | 'onOpen'> & {
  readonly opened: OpenedRequest
  readonly level: 2 | 3
  readonly isSaid?: 'state' | undefined
  /** The pixels that it took before, up to where the next one begins. */
  readonly took?: number | undefined
}

/** A row's edges and the gap below it (`list.css`), which are no part of the height that its content stands for. */
const AROUND = '0.5rem'

/** One request: drawn again only when it, the times or the day have changed, not with each that is opened beside it. */
function Row({ opened, slots, today, onOpen, level, isSaid, took }: RowProps): JSX.Element {
  const { t } = useCopy()
  return useMemo(
    () => (
      // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys come from the card's own button, which has the focus
      <li
        class="request-card"
        data-row={opened.stored.id}
        data-crisis={hasOpenCrisis(opened) || undefined}
        // What stands over the one that was left is as high as it was, though it is out of sight and not laid out.
        style={
          took === undefined ? undefined : { containIntrinsicBlockSize: `auto calc(${took}px - ${AROUND})` }
        }
        onKeyDown={moveByArrow}
      >
        <Guarded instead={<p>{t('list.notShown', { reference: referenceOf(opened) })}</p>}>
          <Card opened={opened} slots={slots} today={today} onOpen={onOpen} level={level} isSaid={isSaid} />
        </Guarded>
      </li>
    ),
    [opened, slots, today, onOpen, level, isSaid, took, t],
  )
}

function Card(props: RowProps): JSX.Element {
  const { t } = useCopy()
  const leave = useLeaving('list')
  const drafts = useContext(DraftsContext)
  const { opened, onOpen } = props
  const { id } = opened.stored
  const kept = useKeptFocus(id)
  const Title = `h${props.level}` as const
  return (
    <>
      {mayMove(opened.stored.state, 'junk') && <MarkBox id={id} label={whoOf(opened, t)} />}
      <Title>
        {opened.envelope ? (
          <button
            type="button"
            data-opens={id}
            {...kept}
            onClick={() => {
              forgetFocus()
              leave(id)
              noteRows(drafts)
              onOpen(id)
            }}
          >
            {shownTitle(opened, t)}
          </button>
        ) : (
          shownTitle(opened, t)
        )}
      </Title>
      <Tags opened={opened} slots={props.slots} today={props.today} isSaid={props.isSaid} />
      <LastWords opened={opened} />
      <p class="reference" translate={false}>
        <span class="visually-hidden">{t('detail.reference', { reference: '' })}</span>
        {referenceOf(opened)}
      </p>
    </>
  )
}

/** Up and down lead from one request to the next, over the groups. */
function moveByArrow(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const all = [...document.querySelectorAll<HTMLElement>('[data-opens]')]
  const { currentTarget: card } = event
  const next = all[all.findIndex(one => card.contains(one)) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** One line of what the person wrote last. */
function LastWords({ opened }: { readonly opened: OpenedRequest }): JSX.Element | null {
  const sign = hasOpenCrisis(opened) ? opened.signs.find(one => !one.answered) : undefined
  if (sign)
    return (
      <p class="crisis-words">
        <MarkedWords {...sign} />
      </p>
    )
  const later = fromCitizen(opened.thread).findLast(message => message.text !== '')
  // Of one that does not open: what a colleague wrote about it.
  const said = opened.envelope ? undefined : opened.notes.findLast(({ event }) => event === 'text')?.text
  const text = later?.text ?? opened.envelope?.request.message ?? said
  return text ? <p class="last-words">{text}</p> : null
}
