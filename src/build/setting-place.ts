import { listedAudiences } from '../brief/index.js'
import type { Place } from '../diagnostics/index.js'
import type { Order } from './plan.js'

/** Where a setting of an edition is made: in the brief if that overrides it, else in the template's front matter. */
export function settingPlace({ source, audience }: Order, setting: 'limit' | 'theme'): Place {
  const index = listedAudiences(source.brief.data).findIndex(
    entry => entry.audience === audience.name && entry[setting] !== undefined,
  )
  if (index !== -1) return source.brief.place(['audiences', index, setting])
  const frontMatter = audience.template.text.slice(0, audience.bodyStart)
  const line = new RegExp(`^${setting}:.*$`, 'm').exec(frontMatter)
  const start = line?.index ?? 0
  return { file: audience.template, range: { start, end: start + (line?.[0].trimEnd().length ?? 0) } }
}
