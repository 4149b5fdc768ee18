import type { ComponentChildren, VNode } from 'preact'
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
  readonly copyFailedLabel: string
  /** On the button that hands it to the phone's own sharing; there is none where the phone has no such thing. */
  readonly shareLabel: string
  /** Said when sharing failed. */
  readonly shareFailedLabel: string
  /** More that can be done with it. */
  readonly children?: ComponentChildren
}

/** A code to keep: large, in groups, to copy or share. */
export function CodeDisplay(props: CodeDisplayProps): VNode {
  const { code, label } = props
  const [result, setResult] = useState('')
  const text = useRef<HTMLParagraphElement>(null)
  const groups = groupsOf(code)
  const whole = groups.join('-')

  const copy = async (): Promise<void> => {
    const copied = await copyText(whole)
    if (!copied && text.current) document.getSelection()?.selectAllChildren(text.current)
    setResult(copied ? props.copiedLabel : props.copyFailedLabel)
  }
  const share = async (): Promise<void> => {
    setResult('')
    if (!(await shareText(whole))) setResult(props.shareFailedLabel)
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
          {props.copyLabel}
        </Button>
        {canShare() && (
          <Button
            kind="quiet"
            icon="forward"
            onClick={() => {
              void share()
            }}
          >
            {props.shareLabel}
          </Button>
        )}
      </Actions>
      <p class="code-result" role="status">
        {result}
      </p>
      {props.children}
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

const canShare = (): boolean => typeof (navigator as Partial<Navigator>).share === 'function'

/** Whether it went well, or the person has thought better of it. */
async function shareText(text: string): Promise<boolean> {
  return navigator.share({ text }).then(
    () => true,
    (error: unknown) => error instanceof DOMException && error.name === 'AbortError',
  )
}
