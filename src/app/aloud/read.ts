import { ownVoice, speech } from '../phone/voices.ts'
import { mark, unmark } from './mark.ts'
import { sentencesIn } from './sentences.ts'

/** The reading that goes on, or null: one voice, one reading. */
let reading: { readonly ended: () => void; utterance?: SpeechSynthesisUtterance } | null = null

/**
 * Reads a part of the page with the phone's own voice, sentence by sentence. One that goes on is stopped.
 *
 * @param ended called once, when all is read or it was stopped
 */
export function read(root: HTMLElement, lang: string, ended: () => void): void {
  stop()
  const voices = speech()
  const voice = ownVoice(lang)
  if (!voices || !voice) {
    ended()
    return
  }
  const sentences = sentencesIn(root, lang)
  const mine: NonNullable<typeof reading> = { ended }
  reading = mine
  const next = (): void => {
    if (reading !== mine) return // what was stopped says so once more
    const sentence = sentences.shift()
    if (!sentence) {
      stop()
      return
    }
    const utterance = new SpeechSynthesisUtterance(sentence.text)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.onend = next
    utterance.onerror = () => {
      if (reading === mine) stop()
    }
    mine.utterance = utterance // browsers forget what nobody holds, and fall silent
    mark(sentence)
    voices.speak(utterance)
  }
  next()
}

/** Falls silent at once, wherever in a sentence. */
export function stop(): void {
  const was = reading
  if (!was) return
  reading = null
  speech()?.cancel()
  unmark()
  was.ended()
}
