import type { JSX } from 'preact'
import { Heading, LinkButton } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'

/**
 * How to leave, what that wipes and what nobody can; and the place for "forget everything on this phone". All of it is
 * about the screen, so none of it comes along on paper.
 */
export function LeaveAndForget(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <>
      <section class="flow screen-only">
        <Heading level={2}>{t('offline:leave.title')}</Heading>
        <p>{t('offline:leave.how', { leave: t('common:leave') })}</p>
        <p>
          {t('offline:leave.does')} {t('offline:leave.keeps')}
        </p>
        <Heading level={3}>{t('offline:leave.cannotTitle')}</Heading>
        <ul>
          <li>{t('offline:leave.cannot.history')}</li>
          <li>{t('offline:leave.cannot.fields')}</li>
          <li>{t('offline:leave.cannot.downloads')}</li>
          <li>{t('offline:leave.cannot.network')}</li>
          <li>{t('offline:leave.cannot.watching')}</li>
        </ul>
        <p>{t('offline:leave.private')}</p>
      </section>
      {/* What is kept, and the button, come with their script (`showForget`). Where it cannot be had, `register.ts` shows the rest. */}
      <div class="flow" data-forget="">
        <section class="flow">
          <Heading level={2}>{t('offline:forget.title')}</Heading>
          <p data-looking="">{t('offline:forget.loading')}</p>
          <div class="flow" role="status" data-not-had="" hidden>
            <p>{t('offline:forget.notHad')}</p>
            <LinkButton kind="quiet" href={href('privacy')}>
              {t('request:sendErrors.fetch')}
            </LinkButton>
          </div>
        </section>
      </div>
    </>
  )
}
