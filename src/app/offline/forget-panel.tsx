import type { JSX } from 'preact'
import { Button, Confirm, Heading, Notice } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import type { Kept } from './forget.ts'
import { useForgetting } from './forgetting.ts'

/** Shows what the app has put on this phone, and removes it. */
export function ForgetPanel(): JSX.Element {
  const { t, href } = useCopy()
  const { section, kept, at, setAt, forget } = useForgetting()
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
      {at === 'done' ? null : kept ? <KeptHere kept={kept} /> : <p>{t('offline:forget.loading')}</p>}
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

/** Each thing that is kept, also what is not: nobody has to wonder. */
function KeptHere({ kept }: { readonly kept: Kept }): JSX.Element {
  const { t } = useCopy()
  return (
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
  )
}
