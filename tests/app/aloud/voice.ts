import { type Mock, vi } from 'vitest'

type Said = { readonly text: string; voice: unknown; lang: string; onend?: () => void; onerror?: () => void }

type StandIn = {
  readonly spoken: readonly Said[]
  readonly cancel: Mock
  /** The browser gets to know its voices later than the page. */
  readonly get: (more: Voices) => void
  /** The sentence that is being said has been said. */
  readonly finish: () => void
}
type Voices = readonly { readonly lang: string; readonly localService: boolean }[]

/** A stand-in for the phone's speech, which says nothing and remembers what it was asked to say. */
export function standIn(voices: Voices): StandIn {
  let known = voices
  let heard = (): void => undefined
  const spoken: Said[] = []
  const cancel = vi.fn()
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      voice: unknown = null
      lang = ''
      readonly text: string
      constructor(text: string) {
        this.text = text
      }
    },
  )
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => known,
    addEventListener: (_: string, act: () => void) => {
      heard = act
    },
    removeEventListener: () => {
      heard = () => undefined
    },
    speak: (said: Said) => {
      spoken.push(said)
    },
    cancel,
  })
  return {
    spoken,
    cancel,
    get: more => {
      known = more
      heard()
    },
    finish: () => {
      spoken.at(-1)?.onend?.()
    },
  }
}
