// The HTTP contract between the phone, the intake and the inbox: one schema each, parsed on both sides.
export * from './audit.ts'
export * from './encoding.ts'
export * from './mailbox.ts'
export * from './problems.ts'
export * from './requests.ts'
export * from './slots.ts'
export * from './staff.ts'
export * from './states.ts'
