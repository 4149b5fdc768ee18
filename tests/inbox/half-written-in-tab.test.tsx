// In a document
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { begin, button, eachWithNothingKept, field, Inbox, open, signIn, words } from './at-inbox.tsx'
import da from '../../locales/da/inbox.json'

eachWithNothingKept()

describe('a reply under way', () => {
  /** What the tab keeps, once it has kept something. */
  const keptInTab = async (): Promise<string> => {
    document.dispatchEvent(new Event('visibilitychange'))
    await waitFor(() => {
      expect(sessionStorage.length).toBe(1)
    })
    return JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage), document.cookie])
  }
  /** The page is loaded again in the same tab. */
  const load = (type: NavigationTimingType): void => {
    cleanup()
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type } as unknown as PerformanceEntry])
    render(<Inbox />)
  }

  test('lies in no storage in the clear, and in none once signed out', async () => {
    await begin()
    // What is sealed is left out: three letters of chance can spell a name.
    const kept = (await keptInTab()).replace(/[\w+/=-]{16,}/g, '')
    expect(kept).toContain('sealed')
    for (const word of ['Hej', 'Ida', 'Vi ringer']) expect(kept).not.toContain(word)
    fireEvent.click(button(da.signOut))
    fireEvent.click(button(da.leave.out))
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0])
  })

  test('is there after F5 when the same member signs in, where they were and in their language', async () => {
    await begin()
    fireEvent.click(button('English'))
    await keptInTab()
    load('reload')
    fireEvent.click(await screen.findByRole('button', { name: 'Dansk' }))
    await signIn('anne')
    await waitFor(() => {
      expect(field().value).toBe(words)
    })
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Ida')
  })

  test('outlives F5 while another member is at the desk, who does not see it', async () => {
    await begin()
    await keptInTab()
    load('reload')
    await screen.findByText(da.problems.kept)
    await signIn('bent')
    await open('Ida')
    expect(field().value).toBe('')
    await keptInTab()
    fireEvent.click(button(da.signOut))
    load('reload')
    await signIn('anne')
    await waitFor(() => {
      expect(field().value).toBe(words)
    })
  })

  test('is gone for whoever comes to the page anew', async () => {
    await begin()
    await keptInTab()
    load('navigate')
    expect([screen.queryByText(da.problems.kept), sessionStorage.length]).toEqual([null, 0])
    await signIn('anne')
    await open('Ida')
    expect(field().value).toBe('')
  })

  test('is lost with F5 where the browser keeps nothing, or something else lies there', async () => {
    await begin()
    await keptInTab()
    sessionStorage.setItem('inbox-kept', '{')
    load('back_forward')
    await signIn('anne')
    await open('Ida')
    expect(field().value).toBe('')
  })
})
