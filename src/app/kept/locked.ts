/** AES-GCM ciphertext with its nonce (NIST SP 800-38D: 96 random bits, far under 2^32 uses of a key). */
export type Locked = { readonly iv: Uint8Array<ArrayBuffer>; readonly box: ArrayBuffer }
