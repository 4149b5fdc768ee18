import type { ComponentChild, JSX } from 'preact'
import { MESSAGE_CHARACTERS, type Step } from '../../../core/request/index.ts'
import { Actions, Button, Fold, Heading, MessageField, SummaryList, TextField } from '../../../ui/index.ts'
import { CallText } from '../../call-text.tsx'
import { useCopy, type T } from '../../copy/copy.ts'
import { CrisisWatch } from '../../crisis/crisis-card.tsx'
import { useInTurn } from '../../flow/use-in-turn.ts'
import { HonestyBox } from '../honesty-box.tsx'
import { HonestyMore, Lapsed } from '../honesty-more.tsx'
import { rowsOf } from '../rows.ts'
import type { ScreenProps } from './screen.ts'

type Props = ScreenProps & {
  readonly goTo: (step: Step) => void
  readonly newAlias: () => void
  readonly sending: boolean
  /** Something has to be put right before it can be sent. */
  readonly wrong: boolean
  /** A message whose words of danger are answered at the top of the page. */
  readonly answeredAbove: string | null
  /** The page is too old to send: it has to be fetched again first. */
  readonly tooOld: boolean
}

/** Is this right? Everything to be changed, what is said before sending, and the button. */
export function ReviewScreen(props: Props): JSX.Element {
  const { answers, update, errorOf, goTo } = props
  const { t, lang } = useCopy()
  const drawn = useInTurn(2)
  const talk = answers.audience === 'youth' && answers.wish === 'anonymous-talk'
  const chosen = (answers.slotIds?.length ?? 0) > 0
  const rows = rowsOf(answers, props.slots, t, lang).map(row => ({
    ...row,
    value:
      typeof row.value === 'string'
        ? withHint(row.value, row.hint)
        : row.value.map((line, index) => (
            <div key={line}>
              {row.key === 'phone' && index === 0 ? <strong class="lead">{line}</strong> : line}
            </div>
          )),
    change: {
      label: t(row.chosen ? 'request:review.change' : 'request:review.choose', { what: row.what }),
      onClick: () => {
        goTo(row.step)
      },
    },
  }))
  return (
    <>
      <Heading focusable>
        {t(
          talk
            ? chosen
              ? 'request:review.titleTalk'
              : 'request:review.titleTalkNoTime'
            : 'request:review.title',
        )}
      </Heading>
      <p>{t('request:review.intro')}</p>
      <SummaryList rows={rows} />
      {answers.alias !== undefined && (
        <SummaryList
          rows={[
            {
              key: 'alias',
              label: t('request:review.alias'),
              value: withHint(<strong>{answers.alias}</strong>, t('request:review.aliasHint')),
              change: { label: t('request:review.aliasChange'), onClick: props.newAlias },
            },
          ]}
        />
      )}
      <Message {...props} folded={talk && chosen} />
      {answers.message !== props.answeredAbove && (
        <CrisisWatch text={answers.message ?? ''} young={answers.audience === 'youth'} wrong={props.wrong} />
      )}
      <Fold summary={t('request:review.interpreterFold')} open={Boolean(answers.interpreter)}>
        <TextField
          name="interpreter"
          label={t('request:review.interpreter')}
          hint={t('request:review.interpreterHint')}
          error={errorOf('interpreter')}
          value={answers.interpreter ?? ''}
          onInput={interpreter => {
            update({ interpreter })
          }}
          autoComplete="off"
          width="short"
        />
      </Fold>
      {drawn > 1 && <BeforeSending {...props} />}
    </>
  )
}

const withHint = (value: ComponentChild, hint: string | undefined): JSX.Element => (
  <>
    {value}
    {hint !== undefined && <div class="hint">{hint}</div>}
  </>
)

/** What is honestly said, and below it the button: it never stands there alone. */
function BeforeSending({ answers, tooOld, sending }: Props): JSX.Element {
  const { t } = useCopy()
  const chosen = (answers.slotIds?.length ?? 0) > 0
  return (
    <>
      <Lapsed answers={answers} />
      <HonestyBox answers={answers} />
      <HonestyMore answers={answers} />
      <p>
        <CallText text={t('request:review.notEmergency')} />
      </p>
      {!tooOld && (
        <Actions>
          <Button type="submit" busy={sending} busyLabel={t('request:review.sending')}>
            {t(chosen && answers.audience !== 'relative' ? 'request:review.book' : 'request:review.send')}
          </Button>
        </Actions>
      )}
    </>
  )
}

function Message(props: ScreenProps & { readonly folded: boolean }): JSX.Element {
  const { answers, update, errorOf, folded } = props
  const { t } = useCopy()
  const talk = answers.audience === 'youth' && answers.wish === 'anonymous-talk'
  const message = answers.message ?? ''
  const unnamed = answers.identity === 'anonymous'
  const field = (
    <MessageField
      name="message"
      label={t('request:review.message')}
      hint={t(
        talk
          ? 'request:review.messageHintTalk'
          : answers.audience === 'relative'
            ? unnamed
              ? 'request:review.messageHintRelativeUnnamed'
              : 'request:review.messageHintRelative'
            : unnamed
              ? 'request:review.messageHintUnnamed'
              : 'request:review.messageHint',
      )}
      error={errorOf('message')}
      value={message}
      onInput={text => {
        update({ message: text })
      }}
      maxLength={MESSAGE_CHARACTERS}
      left={
        message.length > MESSAGE_CHARACTERS - 200
          ? roomLeft(MESSAGE_CHARACTERS - message.length, t)
          : undefined
      }
      autoComplete="off"
    />
  )
  return folded ? (
    <Fold summary={t('request:review.writeFold')} open={message !== '' || errorOf('message') !== undefined}>
      {field}
    </Fold>
  ) : (
    field
  )
}

const roomLeft = (left: number, t: T): string =>
  left < 0 ? t('request:review.messageOver', { over: -left }) : t('request:review.messageLeft', { left })
