import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Actions, Button, Heading, Notice } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { forgetEverything, whatIsKept, type Kept } from './forget.ts'

/** Milliseconds. */
const LOOK_EVERY = 2_000

/** Shows what the app has put on this phone, and removes it. */
export function ForgetPanel(): JSX.Element {
  const { t } = useCopy()
  const [kept, setKept] = useState<Kept | null>(null)
  const [at, setAt] = useState<'asked' | 'sure' | 'done'>('asked')
  useEffect(() => {
    const look = (): void => {
      whatIsKept().then(setKept, reportError)
    }
    look()
    // Pages go on coming to the phone while this one is read.
    const timer = setInterval(look, LOOK_EVERY)
    return () => {
      clearInterval(timer)
    }
  }, [at])

  return (
    <section class="flow">
      <Heading level={2}>{t('offline:forget.title')}</Heading>
      {kept ? (
        <>
          <p>{t('offline:forget.text')}</p>
          <ul>
            <li>{t(kept.pages > 0 ? 'offline:forget.pages' : 'offline:forget.pagesNone')}</li>
            <li>{t(kept.draft ? 'offline:forget.draft' : 'offline:forget.draftNone')}</li>
            <li>{t('offline:forget.waiting', { count: kept.waiting })}</li>
            {kept.noted > 0 && <li>{t('offline:forget.noted')}</li>}
          </ul>
        </>
      ) : (
        <p>{t('offline:forget.loading')}</p>
      )}
      <div role="status">{at === 'done' && <p>{t('offline:forget.done')}</p>}</div>
      {at === 'asked' && kept && (
        <Actions>
          <Button
            kind="danger"
            onClick={() => {
              setAt('sure')
            }}
          >
            {t('offline:forget.button')}
          </Button>
        </Actions>
      )}
      {at === 'sure' && kept && (
        <Notice tone="care" live>
          <p>{t(kept.waiting > 0 ? 'offline:forget.sure' : 'offline:forget.sureNone')}</p>
          <Actions>
            <Button
              kind="danger"
              onClick={() => {
                forgetEverything().then(() => {
                  setAt('done')
                }, reportError)
              }}
            >
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
          </Actions>
        </Notice>
      )}
      <p>{t('offline:forget.left')}</p>
    </section>
  )
}
