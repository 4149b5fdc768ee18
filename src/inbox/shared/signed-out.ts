import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** What happens when the intake says that the session has ended. */
export const SignedOutContext = createContext<() => void>(() => undefined)

/** What to call when the intake answers that nobody is signed in any more. */
export const useSignedOut = (): (() => void) => useContext(SignedOutContext)
