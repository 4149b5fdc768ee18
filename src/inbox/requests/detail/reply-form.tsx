import type { JSX } from 'preact'
import { MESSAGE_TEXT_MAX } from '../../../core/sealing/index.ts'
import { Button, Choice, fieldId, Form, MessageField } from '../../../ui/index.ts'
import { ChooseTemplate } from '../../templates/choose-template.tsx'
import { hasNumber } from '../../model/as-rows.ts'
import { useDesk } from '../../model/desk.ts'
import type { OpenedRequest, Readable } from '../../model/requests.ts'
import { useCopy, type T } from '../../shared/copy.ts'
import { NotSent } from '../../shared/not-sent.tsx'
import { News } from './news.tsx'
import { NextRequest } from './next-request.tsx'
import { useInSight } from './use-in-sight.ts'
import { useReply } from './use-reply.ts'

/** From so many letters before the end on, the writer is told how many are left. */
const NEAR = 300

/** How many letters are left, or too many; undefined while that is far away. */
function roomLeft(text: string, t: T): string | undefined {
  const left = MESSAGE_TEXT_MAX - text.length
  if (left >= NEAR) return undefined
  return left < 0 ? t('reply.over', { count: -left }) : t('reply.left', { count: left })
}

/** Answer in the thread: all of it that was on the screen, and nothing that came while it was being written. */
export function ReplyForm({
  opened,
  next,
}: {
  readonly opened: Readable
  /** The one to answer after this. */
  readonly next: OpenedRequest | undefined
}): JSX.Element {
  const { t } = useCopy()
  const { session } = useDesk()
  const { text, write, shown, onShown, said, readBefore, ...reply } = useReply(opened)
  const outcome = useInSight(said, reply.behind, opened.thread.messages.length)
  return (
    <Form onSubmit={reply.submit}>
      <ChooseTemplate
        opened={opened}
        onChoose={template => {
          // What is written already stays: the template comes below it.
          write(text.trim() === '' ? template : `${text.trimEnd()}\n\n${template}`)
          document.getElementById(fieldId('reply'))?.focus()
        }}
      />
      <MessageField
        name="reply"
        label={t('reply.label')}
        hint={t(hasNumber(opened) ? 'reply.hintCall' : 'reply.hint')}
        error={reply.error}
        value={text}
        onInput={write}
        rows={4}
        maxLength={MESSAGE_TEXT_MAX}
        left={roomLeft(text, t)}
        autoComplete="off"
      />
      <Choice
        type="checkbox"
        name="named"
        index={0}
        option={{
          value: 'named',
          label: t('reply.named', { name: session.name }),
          hint: t('reply.namedHint'),
        }}
        checked={shown}
        onChange={() => {
          onShown(!shown)
        }}
      />
      <div class="flow" ref={outcome}>
        {readBefore && <News opened={opened} after={readBefore} />}
        <p class="act">
          <Button type="submit" busy={reply.busy} busyLabel={t('reply.sending')}>
            {t('reply.button')}
          </Button>
          <span role="status">{said}</span>
          {said !== '' && <NextRequest next={next} />}
        </p>
      </div>
      <NotSent failed={reply.failed} written />
    </Form>
  )
}
