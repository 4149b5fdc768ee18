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
  /** On the button that hands it to the phone's own sharing. */
  readonly shareLabel: string
  /** Said when sharing failed. */
  readonly shareFailedLabel: string
  /** Copies a text; false when the phone would not. */
  readonly copy: (text: string) => Promise<boolean>
  /** Shares a text; false when the phone would not. Null where it has no sharing: then there is no button. */
  readonly share: ((text: string) => Promise<boolean>) | null
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
    const copied = await props.copy(whole)
    if (!copied && text.current) document.getSelection()?.selectAllChildren(text.current)
    setResult(copied ? props.copiedLabel : props.copyFailedLabel)
  }
  const share = async (by: (text: string) => Promise<boolean>): Promise<void> => {
    setResult('')
    if (!(await by(whole))) setResult(props.shareFailedLabel)
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
        {props.share && (
          <Button
            kind="quiet"
            icon="forward"
            data-share=""
            onClick={() => {
              if (props.share) void share(props.share)
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
