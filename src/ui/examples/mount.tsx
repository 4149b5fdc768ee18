import { render } from 'preact'
import '../styles.css'
import { Examples } from './index.tsx'

/**
 * Mounts the page of examples: a dev HTML page needs `<div id="examples">` and this module, nothing else. An address put in
 * the place of this one shows its example from its beginning, with nothing left of the one before.
 */
const root = document.getElementById('examples')
const show = (): void => {
  if (!root) return
  const only = new URLSearchParams(location.search).get('example') ?? ''
  render(null, root)
  render(<Examples only={only} />, root)
  root.dataset['example'] = only
}
addEventListener('popstate', show)
show()
