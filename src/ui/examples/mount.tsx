import { render } from 'preact'
import '../styles.css'
import { Examples } from './index.tsx'

/** Mounts the page of examples: a dev HTML page needs `<div id="examples">` and this module, nothing else. */
const root = document.getElementById('examples')
if (root) render(<Examples only={new URLSearchParams(location.search).get('example') ?? ''} />, root)
