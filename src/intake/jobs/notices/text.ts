import type { Day } from '../../../core/contract/index.ts'
import { nameOfDay } from '../../../core/calendar/times.ts'
import type { MailLanguage } from '../../settings/notify.ts'
import type { Notice } from '../../store/answers.ts'

const words = {
  da: {
    subject: 'Indbakken: der er noget til jer',
    first: 'Der er kommet noget nyt i indbakken.',
    again: 'Der ligger noget i indbakken, som ingen har åbnet siden i går eller før.',
    leader: 'Der ligger noget i indbakken, som ingen har åbnet, selv om I har fået besked to gange.',
    waiting: (n: number) => (n === 1 ? '1 venter på svar.' : `${n} venter på svar.`),
    limit: (day: string) => `Nærmeste frist: ${day}.`,
    late: (day: string) => `Nærmeste frist er overskredet. Den var ${day}.`,
    end: 'Log ind i indbakken, som du plejer. Denne mail kan ikke besvares.',
  },
  en: {
    subject: 'Inbox: there is something for you',
    first: 'Something new has come to the inbox.',
    again: 'There is something in the inbox that nobody has opened since yesterday or before.',
    leader: 'There is something in the inbox that nobody has opened, though you have been told twice.',
    waiting: (n: number) => (n === 1 ? '1 is waiting for an answer.' : `${n} are waiting for an answer.`),
    limit: (day: string) => `Nearest limit: ${day}.`,
    late: (day: string) => `The nearest limit has passed. It was ${day}.`,
    end: 'Sign in to the inbox as you usually do. This mail cannot be answered.',
  },
} as const satisfies { readonly [L in MailLanguage]: object }

/** All that a mail says: that there is something, how many wait, and the nearest limit. No name, no link, no word of it. */
export function textOf(
  { stage, waiting, limit }: Pick<Notice, 'stage' | 'waiting' | 'limit'>,
  lang: MailLanguage,
  today: Day,
): { readonly subject: string; readonly text: string } {
  const own = words[lang]
  const day = nameOfDay(limit, lang).replaceAll('\u00a0', ' ')
  return {
    subject: own.subject,
    text: [
      own[stage],
      '',
      own.waiting(waiting),
      limit < today ? own.late(day) : own.limit(day),
      '',
      own.end,
      '',
    ].join('\n'),
  }
}
