import { isRung, readPhone, stepsFor, type Answers, type Step } from '../../core/request/index.ts'
import type { Language } from '../../core/facts/types.ts'
import { keptInOrder } from '../../core/languages.ts'
import type { T } from '../copy/copy.ts'
import { dateLines } from '../../core/calendar/times.ts'
import { areNoneFree, type Slots } from '../slots/use-slots.ts'

export type AnswerRow = {
  readonly key: string
  readonly label: string
  /** One line, or several of a kind. */
  readonly value: string | readonly string[]
  /** Below it, quieter: why there is nothing. */
  readonly hint?: string
  /** In the middle of a sentence: "Ret telefonnummer". */
  readonly what: string
  readonly step: Step
  readonly chosen: boolean
}

/** The answers in plain words, each with the screen that changes it. */
export function rowsOf(answers: Answers, slots: Slots, t: T, lang: Language): AnswerRow[] {
  const row = (
    key: keyof typeof rowSteps,
    value: string | readonly string[] | undefined,
    step: Step = rowSteps[key],
  ): AnswerRow => {
    const what = t(`request:review.what.${key}`)
    return {
      key,
      what,
      label: t(`request:review.rows.${key}`),
      value: value ?? t('request:review.none'),
      step,
      chosen: value !== undefined,
    }
  }
  const list = stepsFor(answers)
  const reach: Step = list.includes('who') ? 'who' : 'reach'
  const rung = isRung(answers)
  const talk = answers.audience === 'youth' && answers.wish === 'anonymous-talk'
  const course = answers.audience === 'relative' && answers.wish === 'relatives-course'
  return [
    ...(talk ? [] : [row('wish', wishOf(answers, t))]),
    ...(course ? timesRow() : []),
    ...(list.includes('substance') && answers.substance
      ? [row('substance', t(`request:substance.${answers.substance}`))]
      : []),
    ...(answers.concern ? [row('concern', t(`request:concern.${answers.concern}`))] : []),
    ...(answers.connection ? [row('connection', t(`request:connection.${answers.connection}`))] : []),
    ...(!talk && answers.identity
      ? [
          row(
            'identity',
            t(`request:review.identity.${answers.identity}`),
            reach === 'who' ? 'who' : 'identity',
          ),
        ]
      : []),
    ...(answers.identity === 'named' && !talk ? [row('name', answers.name, reach)] : []),
    ...(rung && !talk
      ? [
          row('phone', phoneLines(answers.phone, t, lang), reach),
          row(
            'callTimes',
            answers.callTimes?.length
              ? answers.callTimes.map(time => t(`request:reach.callTimes.${time}`)).join(', ')
              : t('request:review.anyTime'),
            reach,
          ),
          row(
            'ifSomeoneElseAnswers',
            t(`request:reach.ifSomeoneElseAnswers.${answers.ifSomeoneElseAnswers ?? 'hang-up'}`),
            reach,
          ),
        ]
      : []),
    ...(course ? [] : timesRow()),
  ]

  /** An adult was led past the times, since there were none to see: why that is stands here, or nowhere. */
  function whyNone(): Pick<AnswerRow, 'hint'> | false {
    if (slots.kind === 'unreachable') return { hint: t('request:times.offline') }
    return areNoneFree(slots) && { hint: t('request:times.none') }
  }

  function timesRow(): AnswerRow[] {
    const adult = answers.audience === 'adult' && answers.identity === 'anonymous'
    if (!talk && !course && !adult) return []
    const ids = answers.slotIds ?? []
    const known = slots.kind === 'there' ? slots.slots : []
    const names = ids.map((id, index) => {
      const slot = known.find(one => one.id === id)
      const name = slot
        ? `${dateLines(slot.dates, lang).join('; ')}, ${t(`request:times.at.${slot.place}`)}`
        : t(slots.kind === 'there' ? 'request:times.gone' : 'request:times.unseen')
      return ids.length > 1 ? `${t('request:times.wish', { n: index + 1 })}: ${name}` : name
    })
    const lines = ids.length > 1 ? [...names, t('request:times.first')] : names
    const value = names.length > 0 ? lines : undefined
    return [{ ...row(course ? 'course' : 'times', value), ...(adult && value === undefined && whyNone()) }]
  }
}

/** The number that will be rung, and what was written beside it: a digit too few is seen here or never. */
function phoneLines(typed: string | undefined, t: T, lang: Language): string[] | undefined {
  const phone = readPhone(typed ?? '')
  if (phone === null) return typed === undefined ? undefined : [typed]
  const number = keptInOrder(phone.shown.replaceAll(' ', '\u00a0'), lang)
  return [
    t('request:review.weCall', { number }),
    ...(phone.note === '' ? [] : [t('request:review.besideNumber', { note: phone.note })]),
  ]
}

const rowSteps = {
  wish: 'wish',
  substance: 'substance',
  concern: 'concern',
  connection: 'connection',
  identity: 'identity',
  name: 'reach',
  phone: 'reach',
  callTimes: 'reach',
  ifSomeoneElseAnswers: 'reach',
  times: 'times',
  course: 'wish',
} as const satisfies Record<string, Step>

function wishOf(answers: Answers, t: T): string | undefined {
  switch (answers.wish) {
    case undefined:
      return undefined
    case 'anonymous-talk':
      return t('request:wish.youth.anonymous-talk')
    case 'relatives-course':
    case 'talk':
    case 'parent-support':
      return t(`request:wish.relative.${answers.wish}`)
    case 'treatment':
    case 'advice':
    case 'unsure':
      return t(`request:wish.adult.${answers.wish}`)
  }
}
