// In a document
import type { JSX } from 'preact'
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  BackLink,
  Button,
  CodeDisplay,
  DoorCard,
  Doors,
  Drawing,
  Header,
  LinkButton,
  SummaryList,
} from '../../src/ui/index.ts'
import { exampleId, examples } from '../../src/ui/examples/index.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the top of the page', () => {
  it('has the way out and the language where the scripts look for them', () => {
    render(
      <Header
        brand="Første snak"
        home={{ href: '/', label: 'Til forsiden' }}
        languages={[{ href: '/en', label: 'English', lang: 'en' }]}
        urgent={{ href: '/akut', label: 'Akut hjælp' }}
        leave={{ href: 'https://example.org/', label: 'Forlad siden' }}
      />,
    )
    const leave = screen.getByRole('link', { name: 'Forlad siden' })
    expect(leave.hasAttribute('data-leave')).toBe(true)
    expect(leave.getAttribute('rel')).toBe('nofollow noreferrer')
    const language = screen.getByRole('link', { name: 'English' })
    expect(language.getAttribute('hreflang')).toBe('en')
    expect(language.getAttribute('lang')).toBe('en')
    expect(screen.getByRole('link', { name: 'Første snak Til forsiden' })).toBeTruthy()
  })
})

describe('a button', () => {
  it('lets nothing through while it is busy, keeps its place and says what it does', () => {
    const pressed = vi.fn()
    render(
      <Button type="submit" busy busyLabel="Sender" onClick={pressed}>
        Send
      </Button>,
    )
    const button = screen.getByRole('button', { name: 'Sender' })
    const click = new MouseEvent('click', { bubbles: true, cancelable: true })
    fireEvent(button, click)
    expect(pressed).not.toHaveBeenCalled()
    expect(click.defaultPrevented).toBe(true)
    expect(button.hasAttribute('disabled')).toBe(false)
    expect(screen.getByRole('status').textContent).toBe('Sender')
  })

  it('carries its data attributes and no other strangers', () => {
    const strange = { 'data-step': 'next', title: 'no' }
    render(
      <LinkButton href="/kontakt" {...strange}>
        Videre
      </LinkButton>,
    )
    const link = screen.getByRole('link', { name: 'Videre' })
    expect(link.dataset['step']).toBe('next')
    expect(link.hasAttribute('title')).toBe(false)
  })

  it('goes back as a link where there is an address, else as a button', () => {
    const back = vi.fn()
    render(
      <>
        <BackLink href="/">Til forsiden</BackLink>
        <BackLink onClick={back}>Tilbage</BackLink>
      </>,
    )
    expect(screen.getByRole('link', { name: 'Til forsiden' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Tilbage' }))
    expect(back).toHaveBeenCalledOnce()
  })
})

describe('the code', () => {
  const copy = vi.fn<(text: string) => Promise<boolean>>()
  const share = vi.fn<(text: string) => Promise<boolean>>()
  const code = (sharing: typeof share | null = share): JSX.Element => (
    <CodeDisplay
      code="7K2M9QXR4TNAWB3H6EVC"
      label="Din kode"
      copyLabel="Kopiér"
      copiedLabel="Kopieret"
      copyFailedLabel="Markeret"
      shareLabel="Del"
      shareFailedLabel="Ikke delt"
      copy={copy}
      share={sharing}
    />
  )

  it('stands in groups of four', () => {
    const { container } = render(code())
    expect(container.querySelector('.code-value')?.textContent).toBe('7K2M-9QXR-4TNA-WB3H-6EVC')
  })

  it('is copied with its dashes, and says so', async () => {
    copy.mockResolvedValue(true)
    render(code())
    fireEvent.click(screen.getByRole('button', { name: 'Kopiér' }))
    await screen.findByText('Kopieret')
    expect(copy).toHaveBeenCalledWith('7K2M-9QXR-4TNA-WB3H-6EVC')
  })

  it('is marked for copying by hand when the phone refuses', async () => {
    copy.mockResolvedValue(false)
    render(code())
    fireEvent.click(screen.getByRole('button', { name: 'Kopiér' }))
    await screen.findByText('Markeret')
    expect(document.getSelection()?.toString()).toContain('7K2M')
  })

  it('is shared alone, by the phone’s own sharing, where there is one', () => {
    share.mockResolvedValue(true)
    render(code(null))
    expect(screen.queryByRole('button', { name: 'Del' })).toBeNull()
    cleanup()
    render(code())
    fireEvent.click(screen.getByRole('button', { name: 'Del' }))
    expect(share).toHaveBeenCalledWith('7K2M-9QXR-4TNA-WB3H-6EVC')
  })

  it('says when it was not shared', async () => {
    share.mockResolvedValue(false)
    render(code())
    fireEvent.click(screen.getByRole('button', { name: 'Del' }))
    await screen.findByText('Ikke delt')
  })
})

describe('small parts', () => {
  it('a door is one link, named by its title, and says for whom it is', () => {
    render(
      <Doors>
        <DoorCard href="/unge" title="Jeg er 15-17 år" text="Er du yngre?" drawing="bench" audience="youth" />
      </Doors>,
    )
    expect(screen.getAllByRole('link', { name: 'Jeg er 15-17 år' })).toHaveLength(1)
    expect(screen.getByRole('listitem').dataset['audience']).toBe('youth')
  })

  it('a drawing is silent unless it has something to say', () => {
    const { container } = render(<Drawing name="door" />)
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
    render(<Drawing name="door" label="En dør på klem" />)
    expect(screen.getByRole('img', { name: 'En dør på klem' })).toBeTruthy()
  })

  it('an answer is changed by a button in plain words', () => {
    const change = vi.fn()
    render(
      <SummaryList
        rows={[
          {
            key: 'phone',
            label: 'Telefon',
            value: '12',
            change: { label: 'Ret telefonnummer', onClick: change },
          },
        ]}
      />,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Ret telefonnummer' }))
    expect(change).toHaveBeenCalledOnce()
  })
})

describe('the examples', () => {
  it('each have an address of their own', () => {
    const ids = examples.map(exampleId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('write no style attribute, which the page’s policy would refuse', () => {
    for (const example of examples) {
      const { container } = render(example.node)
      expect(container.querySelector('[style]'), exampleId(example)).toBeNull()
      cleanup()
    }
  })
})
