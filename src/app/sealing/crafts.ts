import type { Perform } from '../../client/beside.ts'
import type { StoredMessage } from '../../core/contract/mailbox.ts'
import type { Language } from '../../core/facts/types.ts'
import type { Answers } from '../../core/request/answers.ts'
import { contactRequest } from '../../core/request/request.ts'
import { toRequest } from '../../core/request/to-request.ts'
import { toBase64url } from '../../core/sealing/base64url.ts'
import { deriveFromCode, type FromCode } from '../../core/sealing/derive.ts'
import { sealRequest } from '../../core/sealing/envelope.ts'
import type { CitizenWords } from '../../core/sealing/message.ts'
import { nextPosition } from '../../core/sealing/thread-position.ts'
import { parseRecipients } from '../../core/sealing/recipients.ts'
import type { ReturnCode } from '../../core/sealing/return-code.ts'
import type { Signer } from '../../core/sealing/team-signing.ts'
import type { OpenedThread } from '../../core/sealing/thread-entry.ts'
import { genuine, openThread } from '../../core/sealing/thread.ts'
import { sealMessage, writeMessage } from '../../core/sealing/write-message.ts'

type Sealed = {
  /** 10,240 bytes as base64url. */
  readonly sealed: string
}

/**
 * What a page would stand still for: exchanges of keys that withstand quantum computers, signatures and schemas, in
 * JavaScript. Input and answer are plain data, for a worker gets and gives copies; nothing is kept between two calls.
 */
const crafts = {
  /** A request and the mailbox it is answered in. @throws Error naming the fields when a screen was not answered */
  request: async (given: {
    readonly answers: Answers
    readonly lang: Language
    readonly id: string
    readonly code: ReturnCode
    readonly writtenOn: string
    readonly recipients: readonly string[]
  }): Promise<Sealed & { readonly mailbox: string }> => {
    const { answers, code, id, writtenOn } = given
    const request = toRequest(answers, given.lang)
    const from = await deriveFromCode(code)
    const reply = { recipient: from.replyRecipient, threadKey: from.threadKey, threadId: from.threadId }
    const slotIds = [...(answers.slotIds ?? [])]
    const bytes = await sealRequest(
      { v: 2, kind: 'request', id, writtenOn, request, reply, slotIds },
      contactRequest,
      parseRecipients(given.recipients),
    )
    return { sealed: toBase64url(bytes), mailbox: from.mailboxHash }
  },

  /** As `deriveFromCode`. */
  keys: (given: { readonly code: ReturnCode }): Promise<FromCode> => deriveFromCode(given.code),

  /** As `openThread`, for the citizen. */
  thread: (given: {
    readonly messages: readonly StoredMessage[]
    readonly keys: FromCode
    readonly signers: readonly Signer[]
  }): Promise<OpenedThread> =>
    openThread(given.messages, [given.keys.replyIdentity], given.keys, given.signers),

  /** The citizen's next message in a thread. */
  message: async (given: {
    readonly thread: OpenedThread
    readonly keys: FromCode
    readonly words: CitizenWords
    readonly recipients: readonly string[]
  }): Promise<Sealed> => {
    const { keys } = given
    const message = writeMessage(keys, nextPosition(genuine(given.thread), 'citizen'), given.words)
    const bytes = await sealMessage(message, parseRecipients(given.recipients), keys.replyRecipient)
    return { sealed: toBase64url(bytes) }
  },
}
export type Crafts = typeof crafts
export type Input<C extends keyof Crafts> = Parameters<Crafts[C]>[0]
export type Made<C extends keyof Crafts> = Awaited<ReturnType<Crafts[C]>>

/** One of them, here. @throws SealingError, or whatever else it throws */
export const perform: Perform<Crafts> = async (craft, input) => {
  // Sound: TypeScript does not see that name, input and answer belong to the same one.
  const work = crafts[craft] as unknown as (given: typeof input) => ReturnType<Perform<Crafts>>
  return (await work(input)) as never
}
