import type { ComponentChildren, VNode } from 'preact'
import {
  Actions,
  BackLink,
  Button,
  ErrorSummary,
  Fold,
  Form,
  Heading,
  Notice,
  Opening,
  Page,
  PhoneField,
  SkipLink,
  StepText,
  SummaryList,
} from '../index.ts'
import { Wishing } from './choices.tsx'
import { code } from './code-display.tsx'
import { doors } from './doors.tsx'
import { problems } from './error-summary.tsx'
import { type Example, nothing } from './example.ts'
import { bottom, top } from './header-and-footer.tsx'
import { box } from './notice.tsx'
import { answers } from './summary-list.tsx'
import { way } from './way.tsx'

/** A page as the app puts it together, to see the parts in their place. */
function WholePage({ children }: { readonly children: ComponentChildren }): VNode {
  return (
    <>
      <SkipLink label="Gå til indhold" />
      {top}
      <Page>{children}</Page>
      {bottom}
    </>
  )
}

export const wholePageExamples: readonly Example[] = [
  {
    component: 'Page',
    name: 'the front page',
    whole: true,
    node: (
      <WholePage>
        <Opening>
          <Heading>Hjælp med alkohol og stoffer</Heading>
          <p>Du kan få hjælp. Det er gratis. Find ud af hvordan, uden at sige hvem du er.</p>
        </Opening>
        {doors}
        <Notice tone="urgent" title="Er nogen i fare nu?">
          <p>
            Ring <a href="tel:112">112</a>.
          </p>
        </Notice>
        <Heading level={2}>Sådan går det for sig</Heading>
        {way}
      </WholePage>
    ),
  },
  {
    component: 'Page',
    name: 'a question',
    whole: true,
    node: (
      <WholePage>
        <BackLink href="#back">Tilbage</BackLink>
        <StepText>Trin 1 af 5</StepText>
        <Form onSubmit={nothing}>
          <Wishing />
          <Button type="submit">Næste</Button>
        </Form>
      </WholePage>
    ),
  },
  {
    component: 'Page',
    name: 'a question with errors',
    whole: true,
    node: (
      <WholePage>
        <BackLink href="#back">Tilbage</BackLink>
        <ErrorSummary title="Der mangler noget" errors={problems} />
        <Form onSubmit={nothing}>
          <Wishing error="Vælg det, der passer bedst" />
          <PhoneField
            name="phone"
            label="Telefonnummer"
            hint="Vi siger kun, hvem vi er, hvis det er dig."
            error="Skriv et nummer, vi kan ringe til"
            value="1234"
            onInput={nothing}
          />
          <Button type="submit">Næste</Button>
        </Form>
      </WholePage>
    ),
  },
  {
    component: 'Page',
    name: 'check and send',
    whole: true,
    node: (
      <WholePage>
        <BackLink href="#back">Tilbage</BackLink>
        <StepText>Trin 5 af 5</StepText>
        <Heading focusable>Passer det?</Heading>
        <SummaryList rows={answers} />
        {box}
        <Actions>
          <Button type="submit">Send</Button>
          <Button kind="quiet">Vent lidt</Button>
        </Actions>
      </WholePage>
    ),
  },
  {
    component: 'Page',
    name: 'the receipt',
    whole: true,
    node: (
      <WholePage>
        <Notice tone="done" title="Beskeden er kommet frem." level={1}>
          <p>Vi ringer formiddag, som regel inden 1 uge.</p>
        </Notice>
        {code}
        <Fold summary="Hvad kan jeg bruge koden til?">
          <p>Med koden kan du flytte tiden, melde fra og læse svar.</p>
        </Fold>
      </WholePage>
    ),
  },
]
