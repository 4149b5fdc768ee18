import type { JSX } from 'preact'
import { isRung } from '../../core/request/index.ts'
import { showCode } from '../../core/sealing/return-code.ts'
import { Box, Button, CodeDisplay } from '../../ui/index.ts'
import { useCitizen, type Receipt } from '../citizen.ts'
import { useCopy } from '../copy/copy.ts'
import { isOnlyHere } from '../draft/content.ts'
import { copyText } from '../phone/clipboard.ts'
import { canShareText, shareText } from '../phone/hand-over.ts'
import { CodeWays } from './code-ways.tsx'

/** The code, what it is for, and who else can use it. */
export function CodePart({ receipt }: { readonly receipt: Receipt }): JSX.Element {
  const { t, href } = useCopy()
  const { setReceipt, kept } = useCitizen()
  const saved = receipt.saved === true
  const { answers, slot, state } = receipt
  const what =
    slot && state === 'sent'
      ? 'request:receipt.codeWithTime'
      : isRung(answers)
        ? 'request:receipt.codeNamed'
        : 'request:receipt.codeAnonymous'
  return (
    <Box title={t('request:receipt.codeTitle')}>
      {state !== 'taken-back' && <p>{t(what)}</p>}
      {!kept && !saved && <p>{t('request:receipt.notKept')}</p>}
      <CodeDisplay
        code={showCode(receipt.code)}
        copyLabel={t('request:receipt.copy')}
        copiedLabel={t('request:receipt.copied')}
        copyFailedLabel={t('request:receipt.copyFailed')}
        copy={copyText}
        share={canShareText() ? shareText : null}
        shareLabel={t('request:receipt.share')}
        shareFailedLabel={t('request:receipt.shareFailed')}
      >
        <CodeWays code={receipt.code} />
      </CodeDisplay>
      <p class="screen-only">
        <Button
          kind={saved ? 'quiet' : 'primary'}
          icon={saved ? 'check' : undefined}
          onClick={() => {
            setReceipt({ ...receipt, saved: true })
          }}
        >
          {t('request:receipt.saved')}
        </Button>
      </p>
      <p class="screen-only" role="status">
        {saved ? t(isOnlyHere(receipt) ? 'offline:waiting.inMemory' : 'request:receipt.savedDone') : ''}
      </p>
      <p>
        <a href={href('replies')} data-address={location.origin + href('replies')}>
          {t('request:receipt.codeWhere', { page: t('common:links.replies') })}
        </a>
      </p>
      <p>{t('request:receipt.codeCare')}</p>
    </Box>
  )
}
