import { exchange } from '../client/exchange.ts'
import { citizenCalls } from '../core/contract/calls.ts'
import { hearDay } from './today.ts'

/** Nobody waits for it. */
const PATIENCE = 30_000

/** Asks the intake which day it is, where nothing else is fetched before sending. Without a network nothing is known. */
export async function askDay(): Promise<void> {
  const answer = await exchange(citizenCalls.recipients, { headOnly: true, patience: PATIENCE })
  // A café's network answers with a page.
  if (answer?.ok && answer.isJson) hearDay(answer.date)
}
