import { Encrypter } from 'age-encryption'

/** Why a backup cannot be encrypted to this text, as the end of a sentence about it; null when it can. */
export function whyNotRecipient(text: string): string | null {
  if (!text.startsWith('age1')) return 'must be an age recipient, age1…, whose identity lies elsewhere'
  try {
    new Encrypter().addRecipient(text)
    return null
  } catch {
    // The library says in several ways of its own what is wrong with a letter; to be seen is that it is not whole.
    return 'begins like an age recipient and is none: take it anew from where the key was made, whole'
  }
}
