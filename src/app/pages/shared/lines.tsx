import type { JSX } from 'preact'
import { municipality } from '#municipality'
import { toldText } from '../../../core/facts/told.ts'
import { keptInOrder } from '../../../core/languages.ts'
import type { Helpline } from '../../../core/facts/types.ts'
import { useCopy } from '../../copy/copy.ts'

/** The help lines for somebody, to be called or written to with one tap. */
export function Lines(props: { readonly whom: Helpline['for'][number] }): JSX.Element {
  const { lang } = useCopy()
  return (
    <ul>
      {municipality.helplines
        .filter(line => line.for.includes(props.whom))
        .map(line => (
          <li key={line.id}>
            {line.name}:{' '}
            <a href={`${line.by === 'sms' ? 'sms' : 'tel'}:${line.number}`}>
              {keptInOrder(line.shown, lang)}
            </a>
            {line.hours && `. ${toldText(line.hours, lang)}.`}
          </li>
        ))}
    </ul>
  )
}
