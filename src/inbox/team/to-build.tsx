import type { JSX } from 'preact'
import { dayText } from '../../core/calendar/names.ts'
import { keysFile, unbuilt } from '../../core/sealing/keys-file.ts'
import { Actions, Button, Fold, Notice } from '../../ui/index.ts'
import { epochs } from '../model/build-info.ts'
import { useCopy } from '../shared/copy.ts'
import { saveFile } from '../shared/save-file.ts'
import type { Kept } from '../model/team.ts'

/** What the operator must build and by when, and what is open to whom until then; the keys file for it. */
export function ToBuild(props: { readonly kept: Kept; readonly isLeader: boolean }): JSX.Element | null {
  const { t, lang } = useCopy()
  const { kept, isLeader } = props
  const file = keysFile(kept.team, kept.answer)
  const due = unbuilt(kept.team, Math.max(...epochs.map(({ epoch }) => epoch)))
  if (file === null) return isLeader ? <p>{t('team.noEpochs')}</p> : null
  const save = (
    <Actions>
      <Button
        kind="quiet"
        icon="copy"
        onClick={() => {
          saveFile('keys.json', file)
        }}
      >
        {t('team.build.save')}
      </Button>
    </Actions>
  )
  if (due === null) {
    return isLeader ? (
      <Fold summary={t('team.build.fileTitle')}>
        <p>{t('team.build.file')}</p>
        {save}
      </Fold>
    ) : null
  }
  const names = new Intl.ListFormat(lang).format(due.shutOut)
  return (
    <Notice tone="care" title={t('team.build.title', { day: dayText(due.until, lang) })}>
      <p>{t('team.build.do')}</p>
      {names !== '' && <p>{t('team.build.open', { names })}</p>}
      <p>{t('team.build.late')}</p>
      {isLeader && save}
    </Notice>
  )
}
