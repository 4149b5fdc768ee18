// The staff page. Everything sealed is opened in this browser; keys and texts are in memory only.
import '../ui/styles.css'
import './inbox.css'
import './shared/said.css'
import './shared/print-only.css'
import './shared/table.css'
import './requests/requests.css'
import './requests/list/list.css'
import './requests/list/list-tools.css'
import './requests/list/meeting-list.css'
import './slots/slots.css'
import './team/team.css'
import './figures/figures.css'
import { render } from 'preact'
import { Inbox } from './inbox.tsx'

const root = document.getElementById('app')
if (root) render(<Inbox />, root)
