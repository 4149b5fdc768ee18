import { orElse } from './refused.ts'

/** What of the phone's speech is used; null where there is none. */
export const speech = (): SpeechSynthesis | null =>
  orElse(() => (globalThis as { speechSynthesis?: SpeechSynthesis }).speechSynthesis ?? null, null)

/**
 * A voice that speaks a language on the phone itself (`localService`): others send what they read to their makers.
 *
 * @param lang `da`; a voice says `da-DK`, on old Android `da_DK`
 */
export const ownVoice = (lang: string): SpeechSynthesisVoice | null =>
  orElse(
    () =>
      speech()
        ?.getVoices()
        .find(voice => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === lang) ?? null,
    null,
  )

/** Hears when the phone's voices are known: in many browsers a moment after the page. Returns how to stop. */
export function onVoices(act: () => void): () => void {
  const voices = speech()
  orElse(() => voices?.addEventListener('voiceschanged', act), undefined)
  return () => {
    orElse(() => voices?.removeEventListener('voiceschanged', act), undefined)
  }
}
