import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Fold, Heading } from '../../ui/index.ts'
import { Bookings } from './bookings.tsx'
import { useCopy } from '../shared/copy.ts'
import { Feed } from './feed.tsx'
import { isBegun } from './publish/fields.ts'
import { PublishForm } from './publish/publish-form.tsx'
import { useDesk } from '../model/desk.ts'
import { PUBLISHING, SLOTS_DAY, useDraft } from '../shared/drafts.ts'
import { dayOf, today } from '../shared/today.ts'
import { LateFold } from '../shared/late-fold.tsx'
import { Later } from '../shared/later.tsx'
import { UnreadableBookings } from './unreadable-bookings.tsx'

/** Publishing, the times as day and week, the tally, and the calendar feed. */
export function Slots(): JSX.Element {
  const { t } = useCopy()
  const { session, slots, again, tally } = useDesk()
  // Kept while one looks at who has a time, or at something else.
  const [kept, setAnchor] = useDraft(SLOTS_DAY)
  // Opens where there is something: on a Friday evening that is next week.
  const [first] = useState(() => {
    const coming = slots.flatMap(slot => slot.dates.map(dayOf)).filter(day => day >= today())
    return coming.sort()[0] ?? today()
  })
  const anchor = kept ?? first
  // As it was when one came: typed since, the form is open already.
  const [begun] = useDraft(PUBLISHING)
  const [said, setSaid] = useState('')
  return (
    <>
      <Heading focusable>{t('slots.title')}</Heading>
      <div class="said" role="status">
        {said}
      </div>
      <UnreadableBookings onDone={setSaid} />
      <LateFold summary={t('slots.publish')} open={slots.length === 0 || isBegun(begun)}>
        {() => (
          <PublishForm
            onPublished={day => {
              // What is new is what one wants to see.
              setAnchor(day)
              setSaid('')
              again()
            }}
          />
        )}
      </LateFold>
      <Bookings
        onDone={() => {
          // What was said above is no longer the last that was done.
          setSaid('')
        }}
        anchor={anchor}
        onAnchor={setAnchor}
      />
      <Fold summary={t('tally.title')}>
        <dl class="tally">
          {(['youth-talk', 'adult-talk', 'relatives-course'] as const).map(kind => (
            <div key={kind}>
              <dt>{t(`slots.kinds.${kind}`)}</dt>
              <dd>{tally[kind]}</dd>
            </div>
          ))}
        </dl>
        <p>{t('tally.about')}</p>
      </Fold>
      <Later>{() => <Feed session={session} />}</Later>
    </>
  )
}
