import { type Brief, listedAudiences } from '../../brief/index.js'
import type { Place } from '../../diagnostics/index.js'
import type { Audience } from '../../edition/index.js'
import type { Resources } from './resources.js'

/** Where a setting of an edition is made: in the brief if that overrides it, else in the template's front matter. */
export function settingPlace(brief: Brief, audience: Audience, setting: 'limit' | 'theme'): Place {
  const index = listedAudiences(brief.data).findIndex(
    entry => entry.audience === audience.name && entry[setting] !== undefined,
  )
  if (index !== -1) return brief.place(['audiences', index, setting])
  const frontMatter = audience.template.text.slice(0, audience.bodyStart)
  const line = new RegExp(`^${setting}:.*$`, 'm').exec(frontMatter)
  const start = line?.index ?? 0
  return { file: audience.template, range: { start, end: start + (line?.[0].trimEnd().length ?? 0) } }
}

/** The page limit that a brief sets for an audience itself, if it does. */
export const ownLimit = (brief: Brief, { name }: Audience): number | undefined =>
  listedAudiences(brief.data).find(({ audience }) => audience === name)?.limit

/** Where a brief asks for an edition, since that is where it can be made shorter; else where its theme or its template limits it. */
export function limitPlace(
  brief: Brief,
  audience: Audience,
  resources: Pick<Resources, 'limitPlace'>,
): Place {
  const listed = listedAudiences(brief.data)
  const index = listed.findIndex(entry => entry.audience === audience.name)
  if (index !== -1 && listed[index]?.limit === undefined) return brief.place(['audiences', index])
  const byTheme = index === -1 ? resources.limitPlace(audience.theme, audience.name) : undefined
  return byTheme ?? settingPlace(brief, audience, 'limit')
}
