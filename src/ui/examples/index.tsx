import type { ComponentChildren, VNode } from 'preact'
import { useState } from 'preact/hooks'
import {
  Actions,
  BackLink,
  Box,
  Button,
  CheckGroup,
  CodeDisplay,
  DoorCard,
  Doors,
  Drawing,
  drawingNames,
  EmptyState,
  ErrorSummary,
  Fold,
  Footer,
  Form,
  Header,
  Heading,
  Icon,
  iconNames,
  LinkButton,
  MessageField,
  Notice,
  Opening,
  Page,
  PhoneField,
  Prose,
  RadioGroup,
  SideBySide,
  Skeleton,
  SkipLink,
  StepText,
  SummaryList,
  TextField,
  Thread,
  ThreadItem,
  ThreadText,
  TimePicker,
  UiWords,
  Way,
} from '../index.ts'

export interface Example {
  readonly component: string
  /** In everyday words; with the component it is the example's name. */
  readonly name: string
  readonly node: VNode
  /** Brings its own header or main: stands alone on its page. */
  readonly whole?: boolean
}

const nothing = (): void => undefined

const wishes = [
  {
    value: 'treatment',
    label: 'I gang med behandling',
    hint: 'Fristerne gælder, når du beder om behandling.',
  },
  { value: 'advice', label: 'Tale med nogen først' },
  { value: 'unsure', label: 'Det ved jeg ikke' },
]

const callTimes = [
  { value: 'morning', label: 'Formiddag', hint: 'Mellem 9 og 12' },
  { value: 'afternoon', label: 'Eftermiddag', hint: 'Mellem 12 og 15' },
]

const times = [
  { id: 'a', day: 'Torsdag den 26. november', time: 'Kl. 14.30', detail: 'På stedet' },
  { id: 'b', day: 'Torsdag den 26. november', time: 'Kl. 15.30', detail: 'Telefon' },
  { id: 'c', day: 'Mandag den 30. november', time: 'Kl. 10.00', detail: 'På stedet' },
  { id: 'd', day: 'Mandag den 30. november', time: 'Kl. 16.00', detail: 'På stedet' },
]

const answers = [
  {
    key: 'wish',
    label: 'Hvad vil du helst?',
    value: 'Tale med nogen først',
    change: { label: 'Ret dit ønske', onClick: nothing },
  },
  {
    key: 'phone',
    label: 'Telefon',
    value: '12 34 56 78',
    change: { label: 'Ret telefonnummer', onClick: nothing },
  },
  {
    key: 'calls',
    label: 'Hvornår må vi ringe?',
    value: 'Formiddag',
    change: { label: 'Ret hvornår', onClick: nothing },
  },
]

const top = (
  <Header
    brand="Første snak"
    home={{ href: '#', label: 'Til forsiden' }}
    language={{ href: '#en', label: 'English', lang: 'en' }}
    urgent={{ href: '#akut', label: 'Akut hjælp' }}
    leave={{ href: '#leave', label: 'Forlad siden' }}
  />
)

const bottom = (
  <Footer
    links={[
      { href: '#rettigheder', label: 'Dine rettigheder' },
      { href: '#privatliv', label: 'Om privatliv' },
      { href: '#kilder', label: 'Kilder' },
      { href: '#was', label: 'Tilgængelighed' },
    ]}
  >
    <p>Ingen konto, ingen cookies. Luk siden, så er den tom.</p>
  </Footer>
)

const blank = (
  <Page>
    <Heading>Svar</Heading>
  </Page>
)

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

function Wishing({ error, start }: { readonly error?: string; readonly start?: string }): VNode {
  const [value, setValue] = useState(start)
  return (
    <RadioGroup
      name="wish"
      legend="Hvad vil du helst?"
      legendIsHeading
      hint="Du kan altid ændre mening."
      error={error}
      options={wishes}
      value={value}
      onChange={setValue}
    />
  )
}

function Calling({ error, start }: { readonly error?: string; readonly start: readonly string[] }): VNode {
  const [values, setValues] = useState(start)
  return (
    <CheckGroup
      name="callTimes"
      legend="Hvornår må vi ringe?"
      error={error}
      options={callTimes}
      values={values}
      onChange={setValues}
    />
  )
}

function Picking({ start, error }: { readonly start: readonly string[]; readonly error?: string }): VNode {
  const [chosen, setChosen] = useState(start)
  return (
    <TimePicker
      name="slotIds"
      legend="Hvornår kan du komme?"
      legendIsHeading
      hint="Vælg op til to tider. Sæt kryds ved den bedste først."
      error={error}
      times={times.map(time => ({ ...time, orderText: `${chosen.indexOf(time.id) + 1}. ønske` }))}
      chosen={chosen}
      max={2}
      limitText="Du har valgt to tider. Fjern en, hvis du vil vælge en anden."
      onChange={setChosen}
    />
  )
}

function Writing({
  start,
  maxLength,
  left,
}: {
  readonly start: string
  readonly maxLength: number
  readonly left: string
}): VNode {
  const [value, setValue] = useState(start)
  return (
    <MessageField
      name="message"
      label="Vil du skrive lidt?"
      optional
      hint="Skriv ikke cpr-nummer eller andres navne."
      value={value}
      onInput={setValue}
      maxLength={maxLength}
      left={left}
    />
  )
}

const way = (
  <Way
    label="Vejen fra første kontakt til tiden efter"
    steps={[
      { title: 'Du skriver eller ringer', text: <p>Med navn eller uden.</p> },
      { title: 'Første samtale', text: <p>Som regel inden 1 uge.</p> },
      { title: 'En plan sammen', text: <p>I finder ud af, hvad der hjælper dig.</p> },
      { title: 'Tiden efter', text: <p>Nogen spørger, hvordan det går.</p> },
    ]}
  />
)

const doors = (
  <Doors>
    <DoorCard
      href="#voksne"
      title="Jeg er voksen"
      text="Hjælp til dig selv, med navn eller uden."
      drawing="door"
      audience="adult"
    />
    <DoorCard
      href="#unge"
      title="Jeg er 15-17 år"
      text="Er du yngre? Her er hjælp til dig."
      drawing="bench"
      audience="youth"
    />
    <DoorCard
      href="#paaroerende"
      title="Jeg er pårørende"
      text="Også hvis den anden ikke vil."
      drawing="table-talk"
      audience="relative"
    />
  </Doors>
)

const code = (
  <CodeDisplay
    code="7K2M-9QXR-4TNA-WB3H-6EVC"
    label="Din kode"
    copyLabel="Kopiér koden"
    copiedLabel="Koden er kopieret."
    copyFailedLabel="Koden er markeret. Kopiér den selv."
    printLabel="Udskriv"
  />
)

const box = (
  <Box title="Får mine forældre det at vide?">
    <p>Ikke fordi du booker. Spørg, før du siger dit navn.</p>
    <p>Vi får ikke dit navn eller nummer. Skriv det heller ikke selv.</p>
    <p>
      <strong>Er nogen i fare nu?</strong> Ring 112.
    </p>
  </Box>
)

const problems = [
  { name: 'wish', text: 'Vælg det, der passer bedst' },
  { name: 'phone', text: 'Skriv et nummer, vi kan ringe til' },
]

export const examples: readonly Example[] = [
  {
    component: 'Thread',
    name: 'a reply, an answer that waits, and one that is not genuine',
    node: (
      <Thread label="Beskeder">
        <ThreadItem who="Torvehuset" when="torsdag den 26. november">
          <ThreadText>{'Hej. Du er velkommen.\n\nKom bare.'}</ThreadText>
        </ThreadItem>
        <ThreadItem who="Dig" when="fredag den 27. november" own tag="Ikke sendt endnu">
          <ThreadText>Tak.</ThreadText>
        </ThreadItem>
        <ThreadItem who="Ukendt" when="fredag den 27. november" doubtful>
          <p>Denne besked er ikke ægte.</p>
        </ThreadItem>
      </Thread>
    ),
  },
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
        <Notice tone="done" title="Beskeden er kommet frem." level={1} live>
          <p>Vi ringer formiddag, som regel inden 1 uge.</p>
        </Notice>
        {code}
        <Fold summary="Hvad kan jeg bruge koden til?">
          <p>Med koden kan du flytte tiden, melde fra og læse svar.</p>
        </Fold>
      </WholePage>
    ),
  },
  {
    component: 'Header',
    name: 'with its four links',
    whole: true,
    node: (
      <>
        {top}
        {blank}
      </>
    ),
  },
  {
    component: 'Footer',
    name: 'with a sentence and links',
    whole: true,
    node: (
      <>
        {blank}
        {bottom}
      </>
    ),
  },
  { component: 'Doors', name: 'three with drawings', node: doors },
  {
    component: 'DoorCard',
    name: 'without text or drawing',
    node: (
      <Doors>
        <DoorCard href="#svar" title="Jeg har en kode" />
      </Doors>
    ),
  },
  {
    component: 'Opening',
    name: 'the street in the evening',
    node: (
      <Opening>
        <p>Der er lys i vinduet.</p>
      </Opening>
    ),
  },
  {
    component: 'Button',
    name: 'every kind',
    node: (
      <Actions>
        <Button>Send</Button>
        <Button kind="quiet">Gem til senere</Button>
        <Button kind="danger">Træk tilbage</Button>
        <LinkButton kind="urgent" icon="phone" href="tel:112">
          Ring 112
        </LinkButton>
      </Actions>
    ),
  },
  {
    component: 'Button',
    name: 'busy',
    node: (
      <Button busy busyLabel="Sender …">
        Send
      </Button>
    ),
  },
  { component: 'BackLink', name: 'as a link', node: <BackLink href="#back">Tilbage</BackLink> },
  { component: 'BackLink', name: 'as a button', node: <BackLink onClick={nothing}>Tilbage</BackLink> },
  {
    component: 'Heading',
    name: 'three levels',
    node: (
      <>
        <Heading level={1}>Hvem får det at vide?</Heading>
        <Heading level={2}>Når du siger dit navn</Heading>
        <Heading level={3}>Dem, der arbejder her</Heading>
      </>
    ),
  },
  { component: 'StepText', name: 'in the middle', node: <StepText>Trin 2 af 5</StepText> },
  { component: 'RadioGroup', name: 'nothing chosen', node: <Wishing /> },
  { component: 'RadioGroup', name: 'one chosen', node: <Wishing start="advice" /> },
  { component: 'RadioGroup', name: 'with an error', node: <Wishing error="Vælg det, der passer bedst" /> },
  { component: 'CheckGroup', name: 'one chosen', node: <Calling start={['morning']} /> },
  {
    component: 'CheckGroup',
    name: 'with an error',
    node: <Calling start={[]} error="Vælg, hvornår vi må ringe" />,
  },
  {
    component: 'TextField',
    name: 'with a hint',
    node: (
      <TextField
        name="name"
        label="Navn"
        hint="Det, vi skal kalde dig."
        value=""
        onInput={nothing}
        autoComplete="name"
      />
    ),
  },
  {
    component: 'TextField',
    name: 'as the question of the page',
    node: (
      <TextField
        name="code"
        label="Skriv din kode"
        labelIsHeading
        value=""
        onInput={nothing}
        error="Koden passer ikke. Se efter igen"
      />
    ),
  },
  {
    component: 'PhoneField',
    name: 'with an error',
    node: (
      <PhoneField
        name="phone"
        label="Telefonnummer"
        error="Skriv et nummer, vi kan ringe til"
        value="12"
        onInput={nothing}
      />
    ),
  },
  {
    component: 'MessageField',
    name: 'with room left',
    node: (
      <Writing start="Jeg vil gerne høre mere." maxLength={1000} left="Der er plads til 976 tegn mere." />
    ),
  },
  {
    component: 'MessageField',
    name: 'too long',
    node: <Writing start="Den er lidt for lang." maxLength={10} left="Der er 11 tegn for meget." />,
  },
  { component: 'TimePicker', name: 'nothing chosen', node: <Picking start={[]} /> },
  { component: 'TimePicker', name: 'as many as may be chosen', node: <Picking start={['c', 'a']} /> },
  { component: 'TimePicker', name: 'with an error', node: <Picking start={[]} error="Vælg mindst en tid" /> },
  {
    component: 'ErrorSummary',
    name: 'two things to mend',
    node: (
      <>
        <ErrorSummary title="Der mangler noget" errors={problems} />
        <Wishing error="Vælg det, der passer bedst" />
        <PhoneField
          name="phone"
          label="Telefonnummer"
          error="Skriv et nummer, vi kan ringe til"
          value=""
          onInput={nothing}
        />
      </>
    ),
  },
  ...(['info', 'care', 'urgent', 'done'] as const).map(tone => ({
    component: 'Notice',
    name: tone,
    node: (
      <Notice tone={tone} title="Beskeden er ikke sendt endnu">
        <p>
          Den sendes, når der er <a href="#net">net</a> igen.
        </p>
      </Notice>
    ),
  })),
  {
    component: 'Notice',
    name: 'without a title',
    node: (
      <Notice tone="info">
        <p>Du har ikke net lige nu. Alt på siden virker.</p>
      </Notice>
    ),
  },
  { component: 'Box', name: 'open and honest', node: box },
  {
    component: 'Fold',
    name: 'closed',
    node: (
      <Fold summary="Hvis du siger dit navn">
        <p>Så kan vi ringe til dig.</p>
      </Fold>
    ),
  },
  {
    component: 'Fold',
    name: 'open',
    node: (
      <Fold open summary="Hvis du siger dit navn">
        <p>Så kan vi ringe til dig.</p>
      </Fold>
    ),
  },
  { component: 'SummaryList', name: 'three answers', node: <SummaryList rows={answers} /> },
  { component: 'CodeDisplay', name: 'a return code', node: code },
  { component: 'Skeleton', name: 'waiting for times', node: <Skeleton label="Finder ledige tider …" /> },
  {
    component: 'EmptyState',
    name: 'no times',
    node: (
      <EmptyState title="Der er ingen ledige tider lige nu" drawing="bench">
        <p>Skriv til os i stedet. Så finder vi en tid sammen.</p>
        <LinkButton href="#skriv">Skriv til os</LinkButton>
      </EmptyState>
    ),
  },
  { component: 'Way', name: 'from first contact to afterwards', node: way },
  {
    component: 'SideBySide',
    name: 'two substances',
    node: (
      <SideBySide
        level={2}
        label="Alkohol og stoffer"
        columns={[
          { title: 'Alkohol', children: <p>Du kan få hjælp uden navn.</p> },
          { title: 'Stoffer', children: <p>Hjælp uden navn er for nogle voksne.</p> },
        ]}
      />
    ),
  },
  {
    component: 'Prose',
    name: 'running text',
    node: (
      <Prose>
        <h2>Hvad sker der første gang?</h2>
        <p>
          Du bliver mødt ved døren af en, der arbejder her. I sætter jer i et rum for jer selv. Du fortæller
          det, du vil, og du kan altid sige nej. Se også <a href="#rettigheder">dine rettigheder</a>.
        </p>
        <ul>
          <li>Du må tage en med.</li>
          <li>Du må gå igen.</li>
        </ul>
      </Prose>
    ),
  },
  {
    component: 'Drawing',
    name: 'all of them',
    node: (
      <div class="actions">
        {drawingNames.map(name => (
          <Drawing key={name} name={name} label={name} />
        ))}
      </div>
    ),
  },
  {
    component: 'Icon',
    name: 'all of them',
    node: (
      <p class="actions">
        {iconNames.map(name => (
          <Icon key={name} name={name} />
        ))}
      </p>
    ),
  },
]

/** The address of an example within the page of examples. */
export function exampleId({ component, name }: Example): string {
  return `${component}-${name}`.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}

export interface ExamplesProps {
  /** An `exampleId`: only that one is shown. Empty: the list of all. */
  readonly only: string
}

/** The page of `npm run dev` that shows every example; each has its own address, so that axe sees it alone. */
export function Examples({ only }: ExamplesProps): VNode {
  const shown = examples.find(example => exampleId(example) === only)
  return (
    <UiWords.Provider value={{ errorPrefix: 'Fejl:', optional: '(kan springes over)' }}>
      {shown === undefined ? <ExampleList /> : shown.whole ? shown.node : <Part {...shown} />}
    </UiWords.Provider>
  )
}

/** A part alone: in a main, under a hidden heading, as it would stand on a page. */
function Part({ component, name, node }: Example): VNode {
  return (
    <Page>
      <div class="visually-hidden">
        <Heading>
          {component}: {name}
        </Heading>
      </div>
      {node}
    </Page>
  )
}

function ExampleList(): VNode {
  return (
    <Page>
      <Heading>Every part, by example</Heading>
      <ul>
        {examples.map(example => (
          <li key={exampleId(example)}>
            <a href={`?example=${exampleId(example)}`}>
              {example.component}: {example.name}
            </a>
          </li>
        ))}
      </ul>
    </Page>
  )
}
