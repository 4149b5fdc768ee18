import type { RequestState, SlotKind } from '../core/contract/index.ts'
import type { ContactRequest } from '../core/request/index.ts'
import type { NoteEvent } from '../core/sealing/index.ts'

/** A made-up person who wrote, and what became of it. Days are counted back from today. */
export type Person = {
  readonly daysAgo: number
  readonly request: ContactRequest
  /** By what another's `linksTo` names it. */
  readonly key?: string
  readonly books?: SlotKind
  /** The booked time has been, two days after they wrote; else it is one of those to come. */
  readonly wasHeld?: true
  /** `by`: the member who wrote; null: the person. */
  readonly thread?: readonly {
    readonly by: string | null
    readonly text: string
    readonly daysAgo: number
    /** Staff confirm the day on which treatment starts at the latest, counted in days from today. */
    readonly confirmsIn?: number
    /** Staff say that it belongs with this one, who came before in the list. */
    readonly linksTo?: string
    /** Staff call off the time that was booked. */
    readonly callsOff?: true
  }[]
  readonly notes?: readonly {
    readonly by: string
    readonly event: NoteEvent
    readonly text?: string
    readonly upTo?: number
    readonly daysAgo: number
  }[]
  readonly state?: RequestState
  readonly stateDaysAgo?: number
}

const anonymous = {
  audience: 'adult',
  wish: 'advice',
  substance: 'alcohol',
  identity: 'anonymous',
  language: 'da',
} as const
const named = (name: string, phone: string) => ({
  audience: 'adult' as const,
  wish: 'treatment' as const,
  substance: 'drugs' as const,
  identity: 'named' as const,
  name,
  phone,
  callTimes: ['morning' as const],
  ifSomeoneElseAnswers: 'hang-up' as const,
  language: 'da',
})
const youth = (alias: string) => ({
  audience: 'youth' as const,
  wish: 'anonymous-talk' as const,
  identity: 'anonymous' as const,
  alias,
  language: 'da',
})
const relative = (name: string, phone: string) => ({
  audience: 'relative' as const,
  concern: 'adult' as const,
  connection: 'resident' as const,
  wish: 'relatives-course' as const,
  identity: 'named' as const,
  name,
  phone,
  callTimes: ['afternoon' as const, 'evening' as const],
  ifSomeoneElseAnswers: 'say-municipality' as const,
  language: 'da',
})

/** Something of each kind that the inbox shows. */
export const demoPeople: readonly Person[] = [
  { daysAgo: 0, request: { ...named('Karen Demo', '+45 12 34 56 78'), message: 'Jeg vil gerne i gang.' } },
  {
    daysAgo: 0,
    request: { ...anonymous, message: 'Jeg orker ikke mere. Jeg ved ikke, hvem jeg skal sige det til.' },
  },
  {
    daysAgo: 1,
    request: { ...anonymous, language: 'en', message: 'Can I talk to someone without a name?' },
    notes: [{ by: 'Demo', event: 'mine', daysAgo: 0 }],
    state: 'opened',
  },
  {
    daysAgo: 2,
    request: {
      ...relative('Birthe Demo', '+45 87 65 43 21'),
      concern: 'child-15-17',
      wish: 'parent-support',
      message: 'Min søn på 16 er begyndt at ryge hash. Jeg vil gerne tale med nogen om, hvad jeg gør.',
    },
    notes: [
      { by: 'Anne', event: 'mine', daysAgo: 1 },
      { by: 'Anne', event: 'no-answer', daysAgo: 1 },
      { by: 'Anne', event: 'text', text: 'Er kun hjemme efter kl. 15.', daysAgo: 0 },
    ],
    state: 'opened',
    stateDaysAgo: 1,
  },
  {
    daysAgo: 9,
    request: { ...named('Omar Demo', '+45 20 20 30 30'), message: 'Jeg skal have hjælp til at stoppe.' },
    notes: [{ by: 'Demo', event: 'hung-up', daysAgo: 5 }],
    state: 'opened',
    stateDaysAgo: 8,
  },
  {
    daysAgo: 13,
    request: { ...named('Mette Demo', '+45 21 21 31 31'), substance: 'alcohol' },
    thread: [{ by: 'Anne', text: 'Vi ringer til dig i morgen formiddag.', daysAgo: 12 }],
  },
  {
    daysAgo: 6,
    request: { ...anonymous, message: 'Min mand slår mig, når han har drukket.' },
    thread: [{ by: 'Demo', text: 'Jeg har læst det, du skrev. Du kan skrive her igen.', daysAgo: 6 }],
  },
  { daysAgo: 1, request: youth('Stribet Kano med Grøn Hat'), books: 'youth-talk' },
  { daysAgo: 0, request: youth('Stribet Kano med Grøn Hat'), books: 'youth-talk' },
  {
    daysAgo: 4,
    request: youth('Strikket Ugle med Lilla Kuffert'),
    thread: [
      { by: 'Anne', text: 'Du kan komme på onsdag kl. 15.', daysAgo: 3 },
      { by: null, text: 'Kan det blive efter skole i stedet?', daysAgo: 1 },
    ],
    notes: [{ by: 'Anne', event: 'mine', daysAgo: 3 }],
  },
  // A talk yesterday that nobody has said a word of yet, and one to which nobody came.
  { daysAgo: 3, request: youth('Gul Lampe'), books: 'youth-talk', wasHeld: true, state: 'opened' },
  {
    daysAgo: 5,
    request: youth('Hvid Ravn'),
    books: 'youth-talk',
    wasHeld: true,
    notes: [{ by: 'Anne', event: 'no-show', upTo: 1, daysAgo: 3 }],
    state: 'answered',
    stateDaysAgo: 3,
  },
  // A time that was called off, and one whose last word needed no answer.
  {
    daysAgo: 3,
    request: youth('Lilla Hat'),
    books: 'youth-talk',
    thread: [
      {
        by: 'Anne',
        text: 'Vi må desværre aflyse din tid. Book en ny her, eller skriv til os.',
        daysAgo: 1,
        callsOff: true,
      },
    ],
    state: 'opened',
    stateDaysAgo: 1,
  },
  {
    daysAgo: 6,
    request: { ...named('Ole Demo', '+45 50 50 60 60'), wish: 'advice' },
    thread: [
      { by: 'Anne', text: 'Vi ringer til dig i morgen formiddag.', daysAgo: 5 },
      { by: null, text: 'Tak for i dag. Det hjalp.', daysAgo: 4 },
    ],
    notes: [
      { by: 'Anne', event: 'talked', daysAgo: 4 },
      { by: 'Anne', event: 'aside', upTo: 1, daysAgo: 3 },
    ],
    state: 'answered',
    stateDaysAgo: 3,
  },
  // The same person twice.
  {
    daysAgo: 9,
    key: 'before',
    request: { ...named('Nina Demo', '+45 51 51 61 61'), wish: 'advice', message: 'Hvad kan I hjælpe med?' },
    thread: [{ by: 'Demo', text: 'Du kan komme til en samtale. Skriv, hvornår det passer.', daysAgo: 8 }],
  },
  {
    daysAgo: 1,
    request: { ...named('Nina Demo', '+45 51 51 61 61'), message: 'Nu vil jeg gerne begynde.' },
    thread: [
      {
        by: 'Demo',
        text: 'Vi har fundet det, du skrev før. Vi læser det sammen med det her.',
        daysAgo: 0,
        linksTo: 'before',
      },
    ],
  },
  {
    daysAgo: 4,
    request: { ...named('Sara Demo', '+45 22 22 32 32'), message: 'Jeg vil gerne i behandling.' },
    thread: [{ by: 'Anne', text: '', daysAgo: 3, confirmsIn: 10 }],
  },
  { daysAgo: 3, request: relative('Lis Demo', '+45 30 30 40 40'), books: 'relatives-course' },
  { daysAgo: 2, request: relative('Jens Demo', '+45 31 31 41 41'), books: 'relatives-course' },
  {
    daysAgo: 2,
    request: { ...relative('Ruth Demo', '+45 32 32 42 42'), language: 'en' },
    books: 'relatives-course',
  },
  {
    daysAgo: 8,
    request: named('Poul Demo', '+45 40 40 50 50'),
    notes: [{ by: 'Anne', event: 'talked', daysAgo: 7 }],
    state: 'handed-over',
    stateDaysAgo: 7,
  },
  {
    daysAgo: 7,
    request: { ...anonymous, substance: 'both' },
    thread: [{ by: 'Demo', text: 'Du er velkommen til at skrive igen.', daysAgo: 6 }],
    state: 'closed',
    stateDaysAgo: 5,
  },
  { daysAgo: 2, request: { ...anonymous, message: 'asdf' }, state: 'junk', stateDaysAgo: 1 },
]

/** How many weeks of figures there are. */
const WEEKS = 9
/** Days until an answer, in turn. */
const ANSWERED_AFTER = [1, 2, 4, 6, 3, 9, 5, 12, 2, 16]

/** Those of the weeks before, who are done with: a number each week, and some of them young with a talk. */
export function pastWeeks(): Person[] {
  const people: Person[] = []
  for (let week = 2; week < 2 + WEEKS; week++) {
    const count = 5 + ((week * 4) % 7)
    for (let n = 0; n < count; n++) {
      const daysAgo = week * 7 + (n % 5)
      const after = ANSWERED_AFTER[(week + n) % ANSWERED_AFTER.length] ?? 1
      const isTalk = n < (week % 3 === 0 ? 6 : 2)
      people.push({
        daysAgo,
        request: isTalk ? youth('Rød Cykel') : anonymous,
        ...(isTalk && { books: 'youth-talk' as const }),
        state: 'closed',
        stateDaysAgo: Math.max(0, daysAgo - after),
      })
    }
  }
  return people
}
