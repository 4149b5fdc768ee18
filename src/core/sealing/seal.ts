import { Encrypter } from 'age-encryption'
import { SealingError } from './errors.ts'
import { overhead, pad } from './padding.ts'
import { isHybridRecipient, type Recipients } from './recipients.ts'

/**
 * Seals a plain object as a padded JSON age file (C2SP age v1) to team, recovery and, in a thread, the mailbox.
 *
 * @param mailbox the reply recipient of the return code; it must be hybrid and none of the two.
 * @returns exactly 10,240 bytes.
 * @throws SealingError `too-long`, or `recipients` for a mailbox that cannot be sealed to.
 */
export async function seal(plain: object, recipients: Recipients, mailbox?: string): Promise<Uint8Array> {
  const all = mailbox === undefined ? [...recipients] : [...recipients, mailbox]
  if (mailbox !== undefined && recipients.includes(mailbox)) {
    throw new SealingError('recipients', 'the mailbox must have a recipient of its own')
  }
  const padded = pad(JSON.stringify(plain), all.length)
  const sealed = await encryptTo(all, padded)
  // The promise is about lengths: if the library ever writes another header, nothing may leave the phone.
  if (sealed.length !== padded.length + overhead(all.length)) {
    throw new Error('age-encryption wrote a file of unexpected length')
  }
  return sealed
}

/**
 * An age file to hybrid recipients, not padded: for keys, whose length tells nothing.
 *
 * @throws SealingError `recipients` when one of them is not hybrid, or the library cannot seal to it.
 */
export async function encryptTo(recipients: readonly string[], plain: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) {
    if (!isHybridRecipient(recipient)) throw new SealingError('recipients', 'a recipient is not hybrid')
    encrypter.addRecipient(recipient)
  }
  try {
    return await encrypter.encrypt(plain)
  } catch (cause) {
    // What can fail here is the arithmetic on a recipient's key: somebody else made it.
    throw new SealingError('recipients', 'a recipient cannot be sealed to', { cause })
  }
}
