/* global document, history, indexedDB, location, navigator, sessionStorage, setInterval, URLSearchParams, window */
// The page one lands on after leaving: a clock, and nothing else to be seen.
;(() => {
  const here = '/ude.html'
  if (location.pathname !== here) {
    // Shown in the place of a page of before; the address must be neutral too.
    location.replace(here)
    return
  }

  // Each step by itself: where the browser refuses one, the others and the clock go on.
  const tryTo = act => {
    try {
      return act()
    } catch {
      return undefined
    }
  }

  const hasLeft = () =>
    tryTo(() => sessionStorage.getItem('left')) ?? new URLSearchParams(window.name).get('left') ?? null

  // A new entry cuts off all that lay ahead in the tab's history: Forward finds nothing either.
  tryTo(() => {
    if (hasLeft() === null || history.state !== null) return
    history.replaceState(1, '')
    history.pushState(1, '')
  })
  tryTo(() => sessionStorage.removeItem('d'))
  tryTo(() => sessionStorage.removeItem('h'))
  tryTo(() => {
    // Where the tab remembers nothing, `left` and `h` stand in the window's name (src/app/phone/tab-memory.ts).
    const names = new URLSearchParams(window.name)
    if (!names.has('h')) return
    names.delete('h')
    window.name = names.toString()
  })

  // Keys of drafts, should the page have been gone before it could remove them.
  tryTo(() => {
    const opening = indexedDB.open('snak')
    opening.onupgradeneeded = () => opening.transaction.abort() // never made here
    opening.onerror = event => event.preventDefault() // there was none
    opening.onsuccess = () => {
      const db = opening.result
      const keys = db.transaction('keys', 'readwrite').objectStore('keys')
      keys.getAllKeys().onsuccess = event => {
        for (const name of event.target.result) if (name.startsWith('draft:')) keys.delete(name)
        db.close()
      }
    }
  })

  const two = number => String(number).padStart(2, '0')
  const tell = () => {
    const now = new Date()
    const time = document.getElementById('time')
    time.textContent =
      tryTo(() => now.toLocaleTimeString(navigator.language, { hour: '2-digit', minute: '2-digit' })) ??
      `${two(now.getHours())}:${two(now.getMinutes())}`
    document.getElementById('day').textContent =
      tryTo(() =>
        now.toLocaleDateString(navigator.language, { weekday: 'long', day: 'numeric', month: 'long' }),
      ) ?? ''
  }
  tell()
  setInterval(tell, 1000)
  tryTo(() => (document.documentElement.lang = navigator.language))
})()
