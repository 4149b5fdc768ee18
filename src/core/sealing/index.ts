// The one door. It brings age-encryption along: pages load it when there is something to seal or open.
// Before that, `return-code.ts` and `recipients.ts` can be imported on their own.
export { fromBase64url, toBase64url } from './base64url.ts'
export { deriveFromCode, mailboxHash, type FromCode } from './derive.ts'
export { openRequest, reply, sealRequest, type Envelope, type Reply, type SchemaOf } from './envelope.ts'
export { SealingError, type SealingFault } from './errors.ts'
export {
  lastOf,
  MESSAGE_TEXT_MAX,
  nextPlace,
  sealMessage,
  seenBy,
  threadMessage,
  writeMessage,
  type Place,
  type Side,
  type ThreadKeys,
  type ThreadMessage,
  type Words,
} from './message.ts'
export { open } from './open.ts'
export {
  fingerprint,
  hybridRecipient,
  isHybridRecipient,
  parseRecipients,
  type Recipients,
} from './recipients.ts'
export { codeGroups, makeCode, readCode, showCode, type CodeReading, type ReturnCode } from './return-code.ts'
export { seal } from './seal.ts'
export { signIn, verifySignIn, type SessionPost, type SignInVerdict } from './sign-in.ts'
export {
  keyFile,
  makeKeyPair,
  makeMember,
  makeTeam,
  memberOf,
  readKeyFile,
  unwrapTeamIdentity,
  wrapTeamIdentity,
  writeKeyFile,
  type KeyFile,
  type KeyPair,
  type Member,
  type TeamIdentity,
} from './staff-keys.ts'
export {
  genuine,
  openThread,
  type Gap,
  type GenuineEntry,
  type OpenedThread,
  type ThreadEntry,
} from './thread.ts'
