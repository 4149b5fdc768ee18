import { Drawing, drawingNames, Icon, iconNames } from '../index.ts'
import type { Example } from './example.ts'

export const drawingExamples: readonly Example[] = [
  {
    component: 'Drawing',
    name: 'all of them',
    node: (
      <div class="actions">
        {drawingNames.map(name => (
          <Drawing key={name} name={name} label={name} />
        ))}
      </div>
    ),
  },
  {
    component: 'Icon',
    name: 'all of them',
    node: (
      <p class="actions">
        {iconNames.map(name => (
          <Icon key={name} name={name} />
        ))}
      </p>
    ),
  },
]
