import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Actions, Button, Heading } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { install, installWay } from './install.ts'

/** Offered once something has been sent, quietly and last on the page; never where it is installed already. */
export function InstallOffer(): JSX.Element | null {
  const { t } = useCopy()
  const [way, setWay] = useState<ReturnType<typeof installWay> | 'done'>('none')
  useEffect(() => {
    setWay(installWay())
  }, [])
  if (way === 'none') return null
  if (way === 'done') return <p role="status">{t('offline:install.done')}</p>
  return (
    <section class="flow">
      <Heading level={2}>{t('offline:install.title')}</Heading>
      <p>{t('offline:install.text')}</p>
      {way === 'share-menu' ? (
        <p>{t('offline:install.shareMenu')}</p>
      ) : (
        <Actions>
          <Button
            kind="quiet"
            onClick={() => {
              install().then(taken => {
                setWay(taken ? 'done' : 'none')
              }, reportError)
            }}
          >
            {t('offline:install.button')}
          </Button>
        </Actions>
      )}
    </section>
  )
}
