// The one door. It brings age-encryption along: pages load it when there is something to seal or open.
// Before that, `return-code.ts` and `recipients.ts` can be imported on their own.
export { fromBase64url, toBase64url } from './base64url.ts'
export { openAuthor } from './author.ts'
export { deriveFromCode, type FromCode } from './derive.ts'
export { openRequest, sealRequest, type Envelope, type Reply, type SchemaOf } from './envelope.ts'
export { SealingError, type SealingFault } from './errors.ts'
export {
  MESSAGE_TEXT_MAX,
  threadMessage,
  type CitizenMessage,
  type ThreadPosition,
  type Side,
  type StaffMessage,
  type StaffWords,
  type ThreadKeys,
  type ThreadMessage,
  type CitizenWords,
} from './message.ts'
export { lockedKey, lockKey, readAnyKey, unlockKey, type LockedKey } from './locked-key.ts'
export { NOTE_TEXT_MAX, openNote, sealNote, type Note, type NoteEvent, type NoteWords } from './note.ts'
export { open } from './open.ts'
export { makePassphrase, readPassphrase } from './passphrase.ts'
export { lastOf, nextPosition, seenBy } from './thread-position.ts'
export { fingerprint, parseRecipients, type Recipients } from './recipients.ts'
export { makeCode, readCode, type CodeReading, type ReturnCode } from './return-code.ts'
export { seal } from './seal.ts'
export { signIn, verifySignIn, type SessionPost, type SignInVerdict } from './sign-in.ts'
export {
  makeKeyPair,
  makeMember,
  makeTeam,
  makeTeamKey,
  memberOf,
  readKeyFile,
  rescueKey,
  unwrapTeamKey,
  wrapTeamKey,
  writeKeyFile,
  type KeyFile,
  type KeyPair,
  type Member,
  type TeamKey,
} from './staff-keys.ts'
export { memberName, signer, type Signer, type TeamSigning } from './team-signing.ts'
export { genuine, openThread } from './thread.ts'
export type { Gap, GenuineEntry, OpenedThread, ThreadEntry } from './thread-entry.ts'
export { sealMessage, signMessage, writeMessage, type Writer } from './write-message.ts'
