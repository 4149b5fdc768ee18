/** Times the standards name. Each id with the facts it stands on. */
export const deadlines = {
  'deadline-intake-1-week': ['intake-within-1-week'],
  'deadline-start-14-days': ['guarantee-14-days', 'guarantee-14-days-in-procedure'],
  'deadline-decision-next-meeting': ['decision-next-visitation-meeting'],
  'deadline-youth-weekly-meeting': ['youth-visitation-weekly'],
  'deadline-plan-3-months': ['plan-updated-every-3-months'],
  'deadline-follow-up-1-month': ['follow-up-1-month'],
  'deadline-follow-up-6-months': ['follow-up-6-months'],
  'deadline-retention-5-years': ['data-retention-5-years'],
  'deadline-complaint-4-weeks': ['complaint-drugs-4-weeks'],
  'deadline-return-12-months': ['follow-up-return-12-months'],
} as const satisfies Record<string, readonly string[]>
