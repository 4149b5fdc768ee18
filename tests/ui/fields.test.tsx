// In a document
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { useState } from 'preact/hooks'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  CheckGroup,
  Form,
  MessageField,
  PhoneField,
  RadioGroup,
  TextField,
  TimePicker,
  UiWords,
} from '../../src/ui/index.ts'

afterEach(cleanup)

const nothing = (): void => undefined

/** What a screen reader says after the name of an element: the texts that aria-describedby points at, in order. */
function described(element: Element): string[] {
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.map(id => document.getElementById(id)?.textContent ?? `nothing has the id ${id}`)
}

describe('a text field', () => {
  it('is found by its label and read with hint, then error', () => {
    render(
      <TextField
        name="phone"
        label="Telefon"
        hint="Så vi kan ringe"
        error="Skriv et nummer"
        value=""
        onInput={nothing}
      />,
    )
    const input = screen.getByLabelText('Telefon')
    expect(input.id).toBe('field-phone')
    expect(described(input)).toEqual(['Så vi kan ringe', 'Skriv et nummer'])
    expect(input.getAttribute('aria-invalid')).toBe('true')
  })

  it('says nothing of errors when there is none', () => {
    render(<TextField name="name" label="Navn" value="" onInput={nothing} />)
    const input = screen.getByLabelText('Navn')
    expect(input.hasAttribute('aria-invalid')).toBe(false)
    expect(input.hasAttribute('aria-describedby')).toBe(false)
  })

  it('puts the hidden word before the error and the shown word after an optional label', () => {
    render(
      <UiWords.Provider value={{ errorPrefix: 'Fejl:', optional: '(kan springes over)' }}>
        <TextField name="name" label="Navn" optional error="Skriv et navn" value="" onInput={nothing} />
      </UiWords.Provider>,
    )
    expect(described(screen.getByLabelText('Navn (kan springes over)'))).toEqual(['Fejl: Skriv et navn'])
  })

  it('hands on what is typed', () => {
    const typed = vi.fn()
    render(<TextField name="name" label="Navn" value="" onInput={typed} />)
    fireEvent.input(screen.getByLabelText('Navn'), { target: { value: 'Kim' } })
    expect(typed).toHaveBeenCalledWith('Kim')
  })

  it('asks for a telephone number with the telephone keys and the phone’s own number', () => {
    render(<PhoneField name="phone" label="Telefon" value="" onInput={nothing} />)
    const input = screen.getByLabelText('Telefon')
    expect(input.getAttribute('type')).toBe('tel')
    expect(input.getAttribute('autocomplete')).toBe('tel')
  })
})

describe('a message field', () => {
  it('is read with how much room is left', () => {
    render(
      <MessageField
        name="message"
        label="Besked"
        value="Hej"
        onInput={nothing}
        maxLength={1000}
        left="997 tegn tilbage"
      />,
    )
    expect(described(screen.getByLabelText('Besked'))).toEqual(['997 tegn tilbage'])
  })

  it('cuts nothing off that is too long, and marks it', () => {
    render(
      <MessageField
        name="message"
        label="Besked"
        value="For lang"
        onInput={nothing}
        maxLength={3}
        left="5 tegn for meget"
      />,
    )
    expect(screen.getByLabelText('Besked').hasAttribute('maxlength')).toBe(false)
    expect(screen.getByText('5 tegn for meget').hasAttribute('data-over')).toBe(true)
  })
})

const options = [
  { value: 'treatment', label: 'Behandling', hint: 'Fristerne gælder' },
  { value: 'advice', label: 'Råd' },
]

describe('a group of radios', () => {
  it('has its question as name, and hint and error as description', () => {
    render(
      <RadioGroup
        name="wish"
        legend="Hvad vil du?"
        hint="Vælg én"
        error="Vælg noget"
        options={options}
        value={undefined}
        onChange={nothing}
      />,
    )
    const group = screen.getByRole('radiogroup', { name: 'Hvad vil du?' })
    expect(described(group)).toEqual(['Vælg én', 'Vælg noget'])
    expect(group.getAttribute('aria-invalid')).toBe('true')
  })

  it('gives its first option the field’s id, so that the error summary leads there', () => {
    render(
      <RadioGroup name="wish" legend="Hvad vil du?" options={options} value={undefined} onChange={nothing} />,
    )
    expect(screen.getByLabelText('Behandling').id).toBe('field-wish')
    expect(screen.getByLabelText('Råd').id).toBe('field-wish-2')
  })

  it('keeps an option’s hint out of its name', () => {
    render(
      <RadioGroup name="wish" legend="Hvad vil du?" options={options} value={undefined} onChange={nothing} />,
    )
    const radio = screen.getByRole('radio', { name: 'Behandling' })
    expect(described(radio)).toEqual(['Fristerne gælder'])
  })

  it('parts the lines of a hint by a comma: their ends are seen and not heard', () => {
    const hint = ['I huset', '8 pladser tilbage']
    render(
      <RadioGroup
        name="course"
        legend="Hvilket?"
        options={[{ value: 'one', label: 'Det første', hint }]}
        value={undefined}
        onChange={nothing}
      />,
    )
    expect(described(screen.getByRole('radio'))).toEqual(['I huset, 8 pladser tilbage'])
  })

  it('hands on the chosen value and shows the given one', () => {
    const chosen = vi.fn()
    render(
      <RadioGroup name="wish" legend="Hvad vil du?" options={options} value="treatment" onChange={chosen} />,
    )
    expect(screen.getByLabelText<HTMLInputElement>('Behandling').checked).toBe(true)
    fireEvent.click(screen.getByLabelText('Råd'))
    expect(chosen).toHaveBeenCalledWith('advice')
  })

  it('can hold the heading of the page, which can take the focus', () => {
    render(
      <RadioGroup
        name="wish"
        legend="Hvad vil du?"
        legendIsHeading
        options={options}
        value={undefined}
        onChange={nothing}
      />,
    )
    const heading = screen.getByRole('heading', { level: 1, name: 'Hvad vil du?' })
    heading.focus()
    expect(document.activeElement).toBe(heading)
  })
})

describe('a group of checkboxes', () => {
  it('hands on the values in the order of the options, whatever was ticked first', () => {
    const changed = vi.fn()
    render(
      <CheckGroup name="calls" legend="Hvornår?" options={options} values={['advice']} onChange={changed} />,
    )
    fireEvent.click(screen.getByLabelText('Behandling'))
    expect(changed).toHaveBeenLastCalledWith(['treatment', 'advice'])
  })

  it('takes a value out again', () => {
    const changed = vi.fn()
    render(
      <CheckGroup name="calls" legend="Hvornår?" options={options} values={['advice']} onChange={changed} />,
    )
    fireEvent.click(screen.getByLabelText('Råd'))
    expect(changed).toHaveBeenLastCalledWith([])
  })
})

const times = [
  { id: 'a', day: 'Torsdag', time: 'Kl. 14' },
  { id: 'b', day: 'Fredag', time: 'Kl. 9', detail: 'Telefon' },
  { id: 'c', day: 'Torsdag', time: 'Kl. 16' },
]

function Picking(): ReturnType<typeof TimePicker> {
  const [chosen, setChosen] = useState<string[]>([])
  return (
    <TimePicker
      name="slotIds"
      legend="Hvornår?"
      times={times.map(time => ({ ...time, orderText: `${chosen.indexOf(time.id) + 1}. ønske` }))}
      chosen={chosen}
      max={2}
      limitText="Du har valgt to tider"
      onChange={setChosen}
    />
  )
}

describe('the picker of times', () => {
  it('puts the times of one day together', () => {
    render(<Picking />)
    expect(screen.getByRole('group', { name: 'Torsdag' }).textContent).toBe('TorsdagKl. 14Kl. 16')
  })

  it('numbers the wishes in the order in which they were ticked', () => {
    render(<Picking />)
    fireEvent.click(screen.getByLabelText('Kl. 16'))
    fireEvent.click(screen.getByLabelText('Kl. 9'))
    expect(screen.getByRole('checkbox', { name: /^Kl\. 16 ?, 1\. ønske$/ })).toBeTruthy()
    expect(screen.getByRole('checkbox', { name: /^Kl\. 9 ?, 2\. ønske$/ })).toBeTruthy()
  })

  it('lets no more be ticked than may be, says so, and lets one be taken out', () => {
    render(<Picking />)
    fireEvent.click(screen.getByLabelText('Kl. 14'))
    fireEvent.click(screen.getByLabelText('Kl. 9'))
    const third = screen.getByLabelText<HTMLInputElement>('Kl. 16')
    fireEvent.click(third)
    expect(third.checked).toBe(false)
    expect(third.getAttribute('aria-disabled')).toBe('true')
    expect(screen.getByRole('status').textContent).toBe('Du har valgt to tider')

    fireEvent.click(screen.getByRole('checkbox', { name: /^Kl\. 14 ?, 1\. ønske$/ }))
    expect(screen.getByRole('checkbox', { name: /^Kl\. 9 ?, 1\. ønske$/ })).toBeTruthy()
    expect(screen.getByRole('status').textContent).toBe('')
    fireEvent.click(third)
    expect(third.checked).toBe(true)
  })
})

describe('a form', () => {
  it('is never sent by the browser itself', () => {
    const sent = vi.fn()
    const { container } = render(
      <Form onSubmit={sent}>
        <button type="submit">Næste</button>
      </Form>,
    )
    const event = new Event('submit', { bubbles: true, cancelable: true })
    fireEvent(container.querySelector('form')!, event)
    expect(event.defaultPrevented).toBe(true)
    expect(sent).toHaveBeenCalledOnce()
  })

  it('lets nothing be changed while it is disabled', () => {
    const { container } = render(
      <Form disabled onSubmit={nothing}>
        <TextField name="name" label="Navn" value="" onInput={nothing} />
      </Form>,
    )
    expect(container.querySelector('fieldset')?.disabled).toBe(true)
  })

  it('is told of as no group: what shuts it has no name', () => {
    render(
      <Form onSubmit={nothing}>
        <TextField name="name" label="Navn" value="" onInput={nothing} />
      </Form>,
    )
    expect(screen.getByLabelText('Navn')).toBeTruthy()
    expect(screen.queryByRole('group')).toBeNull()
  })
})
