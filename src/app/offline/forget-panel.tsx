import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Button, Confirm, Heading, Notice } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { forgetEverything, NOTHING, whatIsKept, type Kept } from './forget.ts'

/** Milliseconds. */
const LOOK_EVERY = 2_000

/** Shows what the app has put on this phone, and removes it. */
export function ForgetPanel(): JSX.Element {
  const { t, href } = useCopy()
  const [kept, setKept] = useState<Kept | null>(null)
  const section = useRef<HTMLElement>(null)
  const [at, setAt] = useState<'asked' | 'sure' | 'failed' | 'done'>('asked')
  useEffect(() => {
    if (at === 'done') {
      setKept(NOTHING) // looking again would make an empty database
      return undefined
    }
    let here = true
    const look = (): void => {
      whatIsKept().then(now => {
        if (here) setKept(now)
      }, reportError)
    }
    look()
    // Pages go on coming to the phone while this one is read.
    const timer = setInterval(look, LOOK_EVERY)
    return () => {
      here = false
      clearInterval(timer)
    }
  }, [at])

  const forget = (): void => {
    forgetEverything()
      .then(gone => {
        setAt(gone ? 'done' : 'failed')
        // The button that was pressed goes with what it did.
        if (gone) section.current?.querySelector('h2')?.focus()
      })
      .catch(reportError)
  }

  return (
    <section class="flow" ref={section}>
      <Heading level={2} focusable>
        {t('offline:forget.title')}
      </Heading>
      {at === 'done' && (
        <Notice tone="done" live>
          <p>{t('offline:forget.done')}</p>
        </Notice>
      )}
      {at === 'done' ? null : kept ? (
        <>
          <p>{t('offline:forget.text')}</p>
          <ul>
            {kept.pages !== null && (
              <li>{t(kept.pages > 0 ? 'offline:forget.pages' : 'offline:forget.pagesNone')}</li>
            )}
            {kept.draft !== null && (
              <li>{t(kept.draft ? 'offline:forget.draft' : 'offline:forget.draftNone')}</li>
            )}
            {kept.waiting !== null && <li>{t('offline:forget.waiting', { count: kept.waiting })}</li>}
            {kept.noted !== null && kept.noted > 0 && <li>{t('offline:forget.noted')}</li>}
          </ul>
          {Object.values(kept).includes(null) && <p>{t('offline:forget.unseen')}</p>}
        </>
      ) : (
        <p>{t('offline:forget.loading')}</p>
      )}
      <div role="status">{at === 'failed' && <p>{t('offline:forget.failed')}</p>}</div>
      {at !== 'done' && kept && (
        <Confirm
          asking={at === 'sure'}
          label={t('offline:forget.button')}
          question={t(kept.waiting ? 'offline:forget.sure' : 'offline:forget.sureNone')}
          answers={
            <>
              <Button kind="danger" onClick={forget}>
                {t('offline:forget.yes')}
              </Button>
              <Button
                kind="quiet"
                onClick={() => {
                  setAt('asked')
                }}
              >
                {t('offline:forget.no')}
              </Button>
            </>
          }
        >
          <Button
            kind="quiet"
            icon="erase"
            data-asks=""
            onClick={() => {
              setAt('sure')
            }}
          >
            {t('offline:forget.button')}
          </Button>
        </Confirm>
      )}
      <p>
        <a href={href('replies')}>{t('offline:forget.sent')}</a>
      </p>
    </section>
  )
}
