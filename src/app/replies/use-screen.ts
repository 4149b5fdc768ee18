import { useCallback, useEffect, useRef, useState } from 'preact/hooks'

const screens = ['code', 'thread', 'times', 'name', 'withdraw', 'gone'] as const
export type ScreenName = (typeof screens)[number]

/** A history entry holds this and nothing else. */
type Entry = { step: number }

const screenOf = (state: unknown): ScreenName => screens[(state as Entry | null)?.step ?? 0] ?? 'code'

/** Which screen is shown, tied to the browser's history so that Back and Forward work. */
export function useScreen(): {
  screen: ScreenName
  goTo: (screen: ScreenName) => void
  /** Puts a screen in the place of the present one: Back must not lead there again. */
  replace: (screen: ScreenName) => void
  back: () => void
} {
  const [screen, setScreen] = useState<ScreenName>('code')
  const pushed = useRef(0)

  useEffect(() => {
    // Nothing is open when the page starts, whatever an old entry says.
    history.replaceState({ step: 0 } satisfies Entry, '')
    const follow = (event: PopStateEvent): void => {
      pushed.current = Math.max(0, pushed.current - 1)
      setScreen(screenOf(event.state))
    }
    addEventListener('popstate', follow)
    return () => {
      removeEventListener('popstate', follow)
    }
  }, [])

  const goTo = useCallback((to: ScreenName) => {
    history.pushState({ step: screens.indexOf(to) } satisfies Entry, '')
    pushed.current += 1
    setScreen(to)
  }, [])

  const replace = useCallback((to: ScreenName) => {
    history.replaceState({ step: screens.indexOf(to) } satisfies Entry, '')
    setScreen(to)
  }, [])

  const back = useCallback(() => {
    if (pushed.current > 0) history.back()
    else replace('code')
  }, [replace])

  return { screen, goTo, replace, back }
}
