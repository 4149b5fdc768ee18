// What opens a mailbox, and the screens of an open one: a script of their own, fetched once the code can be typed.
export { sayQuiet } from '../idle/quiet.ts'
export { watchUntouched } from '../idle/untouched.ts'
export { endSealing, prepareSealing } from '../sealing/beside.ts'
export { assemble, fetchMailbox, onOwnMessage, openByCode } from './mailbox.ts'
export { NameScreen } from './name-screen.tsx'
export { ThreadScreen } from './thread-screen.tsx'
export { TimesScreen } from './times-screen.tsx'
export { WithdrawScreen } from './withdraw-screen.tsx'
