/** Times the standards name. Each id with the facts it stands on. */
export const deadlines = {
  'deadline-first-talk': ['intake-first-talk'],
  'deadline-start': ['guarantee-start', 'guarantee-in-procedure'],
  'deadline-decision-next-meeting': ['decision-next-visitation-meeting'],
  'deadline-youth-meeting': ['youth-visitation-meeting'],
  'deadline-plan-update': ['plan-updated'],
  'deadline-follow-up-first': ['follow-up-first'],
  'deadline-follow-up-second': ['follow-up-second'],
  'deadline-retention': ['data-retention'],
  'deadline-complaint': ['complaint-drugs-deadline'],
  'deadline-return': ['follow-up-return'],
} as const satisfies Record<string, readonly string[]>
