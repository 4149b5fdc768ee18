import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** What was done last on a screen, and by which of its forms. */
export type Said = { readonly by: string; readonly text: string }

/** Shared by the forms of a screen: "sent" beside one of them goes when another has acted. */
export const SaidContext = createContext<{ said: Said; onSaid: (said: Said) => void }>({
  said: { by: '', text: '' },
  onSaid: () => undefined,
})

/** What this form has said, while it is the last that did anything; and the way to say it. */
export function useSaid(by: string): [string, (text: string) => void] {
  const { said, onSaid } = useContext(SaidContext)
  return [
    said.by === by ? said.text : '',
    text => {
      onSaid({ by, text })
    },
  ]
}
