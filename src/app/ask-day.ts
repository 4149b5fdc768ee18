import { hearDay } from './today.ts'

/** Asks the intake which day it is, where nothing else is fetched before sending. Without a network nothing is known. */
export async function askDay(): Promise<void> {
  const answer = await fetch('/api/recipients', {
    method: 'HEAD',
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
  }).catch((): null => null)
  // A café's network answers with a page.
  const isOurs = answer?.ok === true && (answer.headers.get('Content-Type') ?? '').includes('json')
  if (isOurs) hearDay(answer.headers.get('Date'))
}
