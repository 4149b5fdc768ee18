/* global document, history, indexedDB, location, navigator, sessionStorage, setInterval */
// The page one lands on after leaving: a clock, and nothing else to be seen.
;(() => {
  const here = '/ude.html'
  if (location.pathname !== here) {
    // Shown in the place of a page of before; the address must be neutral too.
    location.replace(here)
    return
  }

  // A new entry cuts off all that lay ahead in the tab's history: Forward finds nothing either.
  if (sessionStorage.getItem('left') !== null && history.state === null) {
    history.replaceState(1, '')
    history.pushState(1, '')
  }
  sessionStorage.removeItem('d')
  sessionStorage.removeItem('h')

  // Keys of drafts, should the page have been gone before it could remove them.
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

  const tell = () => {
    const now = new Date()
    const time = document.getElementById('time')
    time.textContent = now.toLocaleTimeString(navigator.language, { hour: '2-digit', minute: '2-digit' })
    document.getElementById('day').textContent = now.toLocaleDateString(navigator.language, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    })
  }
  document.documentElement.lang = navigator.language
  tell()
  setInterval(tell, 1000)
})()
