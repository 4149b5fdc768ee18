import type { JSX } from 'preact'
import { weekOf } from '../../core/calendar/weeks.ts'
import { LEAST_COUNTED, type WeekFigures } from '../../core/contract/index.ts'
import { useCopy } from '../shared/copy.ts'

/** Units of the drawing: a bar and its gap, the bars' greatest height, room for the week's number. */
const STEP = 34
const BAR = 24
const HIGH = 120
const FOOT = 22
/** "Under five" is drawn as this many, and broken off, so that nobody reads a figure from it. */
const FEW = LEAST_COUNTED / 2

/**
 * A bar a week: all requests as a frame, those answered within a week filled. The same stands in the table beside it, so
 * anyone who does not see it is told that much and reads the table.
 */
export function WeekChart({ weeks }: { readonly weeks: readonly WeekFigures[] }): JSX.Element {
  const { t } = useCopy()
  const most = Math.max(LEAST_COUNTED, ...weeks.map(week => week.requests ?? FEW))
  const heightOf = (n: number | null): number => ((n ?? FEW) / most) * HIGH
  const width = weeks.length * STEP
  return (
    <figure class="week-chart">
      <svg
        role="img"
        aria-label={t('figures.chart')}
        viewBox={`0 -1 ${width} ${HIGH + FOOT + 1}`}
        width={width}
        height={HIGH + FOOT}
      >
        {weeks.map(({ from, requests, within7 }, index) => (
          <g key={from} transform={`translate(${index * STEP + (STEP - BAR) / 2} 0)`}>
            <rect
              class="week-all"
              data-few={requests === null || undefined}
              y={HIGH - heightOf(requests)}
              width={BAR}
              height={heightOf(requests)}
            />
            <rect
              class="week-soon"
              data-few={within7 === null || undefined}
              y={HIGH - heightOf(within7)}
              width={BAR}
              height={heightOf(within7)}
            />
            <text x={BAR / 2} y={HIGH + FOOT - 5} text-anchor="middle">
              {weekOf(from)}
            </text>
          </g>
        ))}
        <line x1="0" x2={width} y1={HIGH} y2={HIGH} />
      </svg>
      <figcaption>{t('figures.key', { least: LEAST_COUNTED })}</figcaption>
    </figure>
  )
}
