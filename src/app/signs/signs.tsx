import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { dayText } from '../../core/facts/index.ts'
import { signsOfDependence, who, type Sign } from '../../core/facts/who.ts'
import { CheckGroup } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { answerTo } from './answer.ts'

/**
 * "Do you know this?": WHO's signs in plain words. The ticks are this component's own and go with it: nothing is kept, and
 * nothing of it can be sent. On a page that is only read `islands/signs.ts` listens in its place.
 *
 * @param counts false for those under 18, and where the age is not known
 */
export function Signs(props: {
  readonly counts: boolean
  /** Where to ask, on a page that has no way on of its own below. */
  readonly wayOn?: ComponentChildren
}): JSX.Element {
  const { counts, wayOn } = props
  const { t, lang, href } = useCopy()
  const [ticked, setTicked] = useState<readonly Sign[]>([])
  const told = answerTo(ticked, counts)
  const harm = ticked.includes('harm')
  return (
    <>
      <CheckGroup
        name="signs"
        legend={t('signs:legend')}
        hint={t('signs:hint')}
        options={signsOfDependence.map(value => ({ value, label: t(`signs:sign.${value}`) }))}
        values={signsOfDependence.filter(sign => ticked.includes(sign))}
        onChange={now => {
          setTicked([...now, ...(harm ? (['harm'] as const) : [])])
        }}
      />
      <CheckGroup
        name="harm"
        legend={t('signs:harm')}
        options={[{ value: 'harm', label: t('signs:sign.harm') }]}
        values={harm ? ['harm'] : []}
        onChange={now => {
          setTicked([...ticked.filter(sign => sign !== 'harm'), ...now])
        }}
      />
      <div class="flow" role="status">
        <p data-told="count" hidden={told.count === null}>
          <strong data-count="">
            {t('signs:told.count', { n: told.count ?? 0, of: signsOfDependence.length })}
          </strong>{' '}
          {t('signs:told.who', { enough: who.enough })}
        </p>
        <p data-told="stopping" hidden={!told.stopping}>
          {t('signs:told.stopping')} <a href={`${href('urgent')}#stopping`}>{t('signs:told.stoppingLink')}</a>
        </p>
        <p data-told="harm" hidden={!told.harm}>
          {t('signs:told.harm')}
        </p>
        {!counts && <p hidden={!told.enough}>{t('signs:told.notTest')}</p>}
        <p data-told="enough" hidden={!told.enough}>
          {t('signs:told.enough')} {wayOn}
        </p>
      </div>
      <p>{t('signs:none')}</p>
      <p class="hint">{t('signs:source', { ...who, day: dayText(who.readOn, lang) })}</p>
    </>
  )
}
