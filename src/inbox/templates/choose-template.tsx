import type { JSX } from 'preact'
import { useContext, useState } from 'preact/hooks'
import { templateIds } from '../../core/sealing/templates.ts'
import { Actions, Button } from '../../ui/index.ts'
import { useDesk } from '../model/desk.ts'
import { languageOf } from '../model/reply.ts'
import type { Readable } from '../model/requests.ts'
import { useCopy } from '../shared/copy.ts'
import { LateFold } from '../shared/late-fold.tsx'
import { languageName } from '../shared/language.ts'
import { filled } from './filled.ts'
import { textOf } from './texts.ts'
import { TemplatesContext } from './use-templates.ts'

/** Words to begin a reply with, in the person's language: to be read and changed before they are sent. */
export function ChooseTemplate(props: {
  readonly opened: Readable
  readonly onChoose: (words: string) => void
}): JSX.Element {
  const { t, lang: reader } = useCopy()
  const { slots, today } = useDesk()
  const { texts, doubt, failed } = useContext(TemplatesContext)
  const { opened, onChoose } = props
  const lang = languageOf(opened)
  // A fold that has been used is shut by making a new one, since the browser keeps whether it is open.
  const [times, setTimes] = useState(0)
  return (
    <LateFold key={times} summary={t('templates.choose')}>
      {() => (
        <>
          <p>{t('templates.about', { language: languageName(lang, reader) })}</p>
          {(doubt !== null || failed !== null) && <p>{t('templates.own')}</p>}
          <Actions>
            {templateIds.map(id => (
              <Button
                key={id}
                kind="quiet"
                onClick={() => {
                  onChoose(filled(textOf(texts, id, lang), opened, slots, today))
                  setTimes(times + 1)
                }}
              >
                {t(`templates.names.${id}`)}
              </Button>
            ))}
          </Actions>
        </>
      )}
    </LateFold>
  )
}
