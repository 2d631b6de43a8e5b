import { listedAudiences } from '../brief/index.js'
import type { Place, Report } from '../diagnostics/index.js'
import type { Order } from './plan.js'
import { settingPlace } from './setting-place.js'

/** Reports an edition with more pages than its audience allows. */
export function checkPageLimit(pages: number, order: Order, report: Report): void {
  const { audience, source } = order
  if (pages <= audience.limit) return
  const count = pages === 1 ? '1 page' : `${pages} pages`
  report(
    'over-page-limit',
    limitPlace(order),
    `edition \`${audience.name}\` of \`${source.file.name}\` has ${count}, its limit is ${audience.limit}`,
    `shorten what \`${audience.name}\` sees: give items \`audiences\`, or prose a shorter wording`,
    `set another \`limit\` for \`${audience.name}\` under \`audiences\``,
  )
}

/** Where the brief asks for the edition, since that is where it can be mended; else where the template limits it. */
function limitPlace(order: Order): Place {
  const { brief } = order.source
  const listed = listedAudiences(brief.data)
  const index = listed.findIndex(entry => entry.audience === order.audience.name)
  if (index === -1 || listed[index]?.limit !== undefined) return settingPlace(order, 'limit')
  return brief.place(['audiences', index])
}
