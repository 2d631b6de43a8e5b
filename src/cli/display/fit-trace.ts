import type { FitTrial } from '../../fit/index.js'
import { formatTable } from './table.js'

/** The layouts that were tried to keep a page limit, one a line, in the order in which they were tried. */
export function fitTrace(title: string, trials: readonly FitTrial[]): string {
  const rows = trials.map((trial, index) => [
    String(index + 1),
    `${trial.typeSize.toFixed(2)} pt`,
    trial.spacing.toFixed(2),
    String(trial.leftOut.length),
    String(trial.figuresLeftOut.length),
    lengthText(trial),
    trial.fits ? 'fits' : 'too long',
  ])
  const heading = ['trial', 'type', 'spacing', 'items left out', 'figures left out', 'pages', 'result']
  return `${title}\n${formatTable([heading, ...rows], [0, 1, 2, 3, 4, 5])}`
}

/** Pages, the last of them counted as far as it is used. */
function lengthText({ pages, fill }: FitTrial): string {
  return pages === undefined ? 'error' : (pages - 1 + fill).toFixed(2)
}
