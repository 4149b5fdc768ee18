// In a document
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { afterEach, describe, expect, it } from 'vitest'
import { Button, Confirm, Fold, Notice } from '../../src/ui/index.ts'

afterEach(cleanup)

describe('a live notice', () => {
  it('is a status that is there before its words, and stays the same one', async () => {
    const { container } = render(
      <Notice tone="done" live>
        Kommet frem
      </Notice>,
    )
    const status = screen.getByRole('status')
    expect(status.textContent).toBe('')
    expect(container.querySelector('.notice')).toBeNull()
    await waitFor(() => {
      expect(status.textContent).toContain('Kommet frem')
    })
    expect(screen.getByRole('status')).toBe(status)
  })

  it('has its words at once where it is plain, and is no status', () => {
    render(<Notice tone="info">Alt virker</Notice>)
    expect(screen.queryByRole('status')).toBeNull()
    expect(screen.getByText('Alt virker')).toBeTruthy()
  })
})

describe('a fold', () => {
  const fold = (open: boolean): VNode => (
    <Fold summary="Skriv lidt" open={open}>
      <textarea />
    </Fold>
  )
  const isOpen = (): boolean => document.querySelector('details')?.open === true

  it('opens when there is reason to, and does not shut when the reason goes', () => {
    const { rerender } = render(fold(false))
    expect(isOpen()).toBe(false)
    rerender(fold(true))
    expect(isOpen()).toBe(true)
    rerender(fold(false))
    expect(isOpen()).toBe(true)
  })

  it('stays as the reader left it, until there is reason anew', () => {
    const { rerender } = render(fold(true))
    const details = document.querySelector('details')
    if (details) details.open = false
    rerender(fold(true))
    expect(isOpen()).toBe(false)
    rerender(fold(false))
    rerender(fold(true))
    expect(isOpen()).toBe(true)
  })
})

describe('a question before something is done', () => {
  function GiveBack(): VNode {
    const [asking, setAsking] = useState(false)
    const ask = (now: boolean) => () => {
      setAsking(now)
    }
    return (
      <Confirm
        asking={asking}
        label="Meld fra"
        question="Vil du give tiden tilbage?"
        answers={<Button onClick={ask(false)}>Nej</Button>}
      >
        <Button>Flyt</Button>
        <Button data-asks="" onClick={ask(true)}>
          Meld fra
        </Button>
      </Confirm>
    )
  }

  it('takes the focus from the button that is gone, and gives it back', async () => {
    render(<GiveBack />)
    expect(document.activeElement).toBe(document.body)
    fireEvent.click(screen.getByRole('button', { name: 'Meld fra' }))
    await waitFor(() => {
      expect(document.activeElement).toBe(screen.getByText('Vil du give tiden tilbage?'))
    })
    fireEvent.click(screen.getByRole('button', { name: 'Nej' }))
    await waitFor(() => {
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Meld fra' }))
    })
  })
})
