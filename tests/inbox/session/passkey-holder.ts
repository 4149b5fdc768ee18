import { createHmac, randomBytes } from 'node:crypto'
import { vi } from 'vitest'

type Make = { publicKey: { user: { name: string }; extensions: object } }
type Use = {
  publicKey: {
    allowCredentials: { id: BufferSource }[]
    extensions: { prf: { eval: { first: Uint8Array; second: Uint8Array } } }
    userVerification: string
  }
}

/** Stands in for the browser and what holds its passkeys. `says`: what comes in place of an answer, by name of the fault. */
export type Holder = {
  says: 'yes' | 'NotAllowedError' | 'SecurityError' | 'ConstraintError' | 'TypeError'
  hasPrf: boolean
  isReady: boolean | 'refuses'
  /** What was made: the names shown beside each. */
  readonly made: string[]
  /** Takes another passkey in the place of all that there were. */
  forget: () => void
}

/**
 * Puts a holder of passkeys into the page. PRF is HMAC-SHA-256 under a secret of each passkey, as CTAP 2.1 §12.5 has it; it
 * gives nothing for a passkey that it does not have.
 */
export function holdPasskeys(): Holder {
  const secrets = new Map<string, Buffer>()
  const holder: Holder = {
    says: 'yes',
    hasPrf: true,
    isReady: false,
    made: [],
    forget: () => {
      for (const id of secrets.keys()) secrets.set(id, randomBytes(32))
    },
  }
  const ask = (): void => {
    if (holder.says !== 'yes') throw new DOMException('the holder says no', holder.says)
  }
  const textOf = (id: BufferSource): string =>
    Buffer.from(id instanceof ArrayBuffer ? new Uint8Array(id) : (id as Uint8Array)).toString('hex')
  const credentials = {
    create({ publicKey }: Make) {
      ask()
      const id = randomBytes(16)
      secrets.set(id.toString('hex'), randomBytes(32))
      holder.made.push(publicKey.user.name)
      return Promise.resolve({
        rawId: id,
        response: { getTransports: () => ['internal'] },
        getClientExtensionResults: () => ({ prf: { enabled: holder.hasPrf } }),
      })
    },
    get({ publicKey }: Use) {
      ask()
      const secret = secrets.get(textOf(publicKey.allowCredentials[0]!.id))
      if (!secret || publicKey.userVerification !== 'required') {
        throw new DOMException('none of these is here', 'NotAllowedError')
      }
      const { first, second } = publicKey.extensions.prf.eval
      const of = (salt: Uint8Array): Uint8Array =>
        new Uint8Array(createHmac('sha256', secret).update(salt).digest())
      const results = { first: of(first), second: of(second) }
      return Promise.resolve({
        getClientExtensionResults: () => ({ prf: holder.hasPrf ? { results } : {} }),
      })
    },
  }
  vi.stubGlobal('PublicKeyCredential', {
    isUserVerifyingPlatformAuthenticatorAvailable: () =>
      holder.isReady === 'refuses' ? Promise.reject(new Error('no')) : Promise.resolve(holder.isReady),
  })
  Object.defineProperty(navigator, 'credentials', { configurable: true, value: credentials })
  return holder
}
