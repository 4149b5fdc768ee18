import type { JSX } from 'preact'
import type { LockedKey } from '../../../core/sealing/index.ts'
import { Actions, Button, Heading } from '../../../ui/index.ts'
import { useCopy } from '../../shared/copy.ts'
import { saveFile } from '../../shared/save-file.ts'

/** The team has begun again: what there is to save before the page is left. */
export function Rescued(props: {
  /** The new leader's key. */
  readonly locked: LockedKey
  /** The team's file of keys, as a text for the build. */
  readonly file: string
  readonly onDone: () => void
}): JSX.Element {
  const { t } = useCopy()
  return (
    <>
      <Heading focusable>{t('rescue.doneTitle')}</Heading>
      <p>{t('rescue.done')}</p>
      <Actions>
        <Button
          icon="copy"
          onClick={() => {
            saveFile('keys.json', props.file)
          }}
        >
          {t('team.build.save')}
        </Button>
        <Button
          kind="quiet"
          icon="copy"
          onClick={() => {
            saveFile('key.json', JSON.stringify(props.locked, null, 2) + '\n')
          }}
        >
          {t('join.saveFile')}
        </Button>
      </Actions>
      <p>{t('rescue.then')}</p>
      <Actions>
        <Button kind="quiet" onClick={props.onDone}>
          {t('join.toSignIn')}
        </Button>
      </Actions>
    </>
  )
}
