import { useCitizen } from '../citizen.ts'
import type { Mailbox } from './mailbox.ts'

/**
 * What is being written: neither a look at the times, nor another page, nor Back may lose it. It wants its own code again.
 * @returns the text for this mailbox, and what sets it; nothing is set where none is open
 */
export function useWriting(mailbox: Mailbox | null): [text: string, setText: (text: string) => void] {
  const { writing, setWriting } = useCitizen()
  const box = mailbox?.keys.mailboxHash
  const text = writing !== undefined && writing.mailbox === box ? writing.text : ''
  const setText = (next: string): void => {
    if (box !== undefined) setWriting(next === '' ? undefined : { mailbox: box, text: next })
  }
  return [text, setText]
}
