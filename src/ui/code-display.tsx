import type { VNode } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { Actions, Button } from './button.tsx'

export interface CodeDisplayProps {
  /** The code; groups parted by dashes or spaces are kept, else it is parted in fours. */
  readonly code: string
  /** Left out where the heading above already says it. */
  readonly label?: string | undefined
  readonly copyLabel: string
  /** Said when the code has been copied. */
  readonly copiedLabel: string
  /** Said when the phone does not let us copy: the code is marked, to be copied by hand. */
  readonly copyFailedLabel?: string | undefined
  readonly printLabel: string
}

/** A code to keep: large, in groups, to copy or print. */
export function CodeDisplay(props: CodeDisplayProps): VNode {
  const { code, label, copyLabel, copiedLabel, copyFailedLabel, printLabel } = props
  const [result, setResult] = useState('')
  const text = useRef<HTMLParagraphElement>(null)
  const groups = groupsOf(code)

  const copy = async (): Promise<void> => {
    const copied = await copyText(groups.join('-'))
    if (!copied && text.current) document.getSelection()?.selectAllChildren(text.current)
    setResult(copied ? copiedLabel : (copyFailedLabel ?? ''))
  }

  return (
    <div class="code">
      {label && <p class="code-label">{label}</p>}
      <p class="code-value" ref={text} translate={false}>
        {groups.map((group, index) => (
          <span key={`${index}-${group}`}>
            {group}
            {/* Copied or read by a machine it has its dashes; to the eye the gaps are enough. */}
            {index < groups.length - 1 && <span class="code-dash">-</span>}
          </span>
        ))}
      </p>
      <Actions>
        <Button
          kind="quiet"
          icon="copy"
          onClick={() => {
            void copy()
          }}
        >
          {copyLabel}
        </Button>
        <Button
          kind="quiet"
          icon="print"
          onClick={() => {
            window.print()
          }}
        >
          {printLabel}
        </Button>
      </Actions>
      <p class="code-result" role="status">
        {result}
      </p>
    </div>
  )
}

function groupsOf(code: string): string[] {
  const parted = code.split(/[\s-]+/).filter(part => part !== '')
  return parted.length > 1 ? parted : (code.match(/.{1,4}/g) ?? [])
}

/** Whether it went well. Old phones and plain http have no clipboard; a person may also have said no. */
async function copyText(text: string): Promise<boolean> {
  const clipboard = (navigator as Partial<Navigator>).clipboard
  if (clipboard === undefined) return false
  return clipboard.writeText(text).then(
    () => true,
    () => false,
  )
}
