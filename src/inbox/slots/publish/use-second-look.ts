import { useState } from 'preact/hooks'
import type { SlotPost } from '../../../core/contract/index.ts'
import { useDesk } from '../../model/desk.ts'
import type { Failure } from '../../shared/failure.ts'
import { useSending } from '../../shared/use-sending.ts'
import { doubtsOf, type Doubt } from './doubts.ts'
import { lookFirst, PublishedMeanwhile } from './look-first.ts'

/** How it stands with times that are being published or changed. */
export type Looking = {
  readonly doubts: readonly Doubt[]
  readonly isAsking: boolean
  /** A colleague was quicker: what they published is to be looked at first. */
  readonly isBehind: boolean
  readonly busy: boolean
  readonly failed: Failure | null
  /** Takes the question back. */
  readonly leave: () => void
}

/**
 * Times are looked at twice before they are published or changed: what is doubtful about them is asked about once, and it is
 * seen whether a colleague has been quicker.
 * @param planned the times; none while something is wrong with what was typed
 * @param key what they are made from: of changed fields it is asked again
 * @param own the id of the time that is being changed
 */
export function useSecondLook<Ready>(
  planned: readonly SlotPost[],
  key: string,
  own?: string,
): Looking & {
  /** @returns whether there is a doubt to be asked about now, and nothing is to be done yet */
  readonly asks: () => boolean
  /** What a colleague published has been said, and something else is tried. */
  readonly goOn: () => void
  /** As `run` of `useSending`, once it is seen that nobody was quicker. */
  readonly run: (
    from: string,
    prepare: () => Ready,
    send: (ready: Ready) => Promise<void>,
  ) => Promise<boolean>
} {
  const { slots, again } = useDesk()
  const sending = useSending<Ready>()
  const [isBehind, setBehind] = useState(false)
  /** The fields whose times are being asked about. */
  const [asked, setAsked] = useState<string | null>(null)
  const doubts = doubtsOf(
    planned,
    slots.filter(({ id }) => id !== own),
  )
  return {
    doubts,
    isAsking: asked === key && doubts.length > 0,
    isBehind,
    busy: sending.busy,
    failed: sending.failed,
    leave() {
      setAsked(null)
    },
    asks() {
      const isNew = doubts.length > 0 && asked !== key
      if (isNew) setAsked(key)
      return isNew
    },
    goOn() {
      setBehind(false)
    },
    async run(from, prepare, send) {
      try {
        return await sending.run(
          from,
          async () => {
            await lookFirst(planned, doubts, own)
            return prepare()
          },
          send,
        )
      } catch (caught) {
        if (!(caught instanceof PublishedMeanwhile)) throw caught
        setBehind(true)
        again()
        return false
      }
    },
  }
}
