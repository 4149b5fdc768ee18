import { useEffect, useState } from 'preact/hooks'
import { fieldId } from '../../ui/index.ts'

/**
 * Why a field is refused, and the way to say it. The focus goes to the field each time, and the reason is read out with it: in
 * a form without a summary of errors nothing else would tell somebody who does not see the page that nothing was sent.
 * @param name the field's; of a choice, the focus goes to the first
 */
export function useFieldError(
  name: string,
): readonly [string | undefined, (why: string | undefined) => void] {
  const [refused, setRefused] = useState<{ readonly why: string } | null>(null)
  useEffect(() => {
    if (refused) document.getElementById(fieldId(name))?.focus()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once each time it is refused
  }, [refused])
  return [
    refused?.why,
    why => {
      setRefused(why === undefined ? null : { why })
    },
  ]
}
