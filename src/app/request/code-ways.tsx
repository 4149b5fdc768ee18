import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { showCode, type ReturnCode } from '../../core/sealing/return-code.ts'
import { Actions, Button, Fold } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { handOver } from '../phone/hand-over.ts'
import { canPrint, printPage } from '../phone/print.ts'
import type { Square } from './qr.ts'
import { QrPicture } from './qr-picture.tsx'

/**
 * More ways to take the code along. It goes alone, whichever way: no word and no address that tells what it opens, in a
 * list of files, on a sheet of paper or in what another app makes of it.
 */
export function CodeWays({ code }: { readonly code: ReturnCode }): JSX.Element {
  const { t } = useCopy()
  const [square, setSquare] = useState<Square | null>(null)
  const [failed, setFailed] = useState<'file' | 'qr' | null>(null)
  const shown = showCode(code)

  const draw = (): void => {
    setFailed(null)
    import('./qr.ts')
      .then(({ qrOf }) => {
        setSquare(qrOf(shown))
      })
      .catch(() => {
        // Not on the phone and no network: the code itself stands above.
        setFailed('qr')
      })
  }

  return (
    <Fold summary={t('request:receipt.waysTitle')}>
      <Actions>
        <Button
          kind="quiet"
          onClick={() => {
            void handOver('note.txt', `${shown}\n`, 'text/plain').then(handed => {
              setFailed(handed ? null : 'file')
            })
          }}
        >
          {t('request:receipt.file')}
        </Button>
        {!square && (
          <Button kind="quiet" onClick={draw}>
            {t('request:receipt.qr')}
          </Button>
        )}
        {canPrint() && (
          <Button kind="quiet" icon="print" onClick={printPage}>
            {t('request:receipt.print')}
          </Button>
        )}
      </Actions>
      <div role="status">
        {failed && <p>{t(failed === 'qr' ? 'request:receipt.qrFailed' : 'request:receipt.fileFailed')}</p>}
      </div>
      {square && (
        <>
          <QrPicture square={square} label={t('request:receipt.qrLabel')} />
          <p>{t('request:receipt.qrHint')}</p>
        </>
      )}
    </Fold>
  )
}
