import { type AudienceEntry, type Brief, listedAudiences } from '../brief/index.js'
import type { Audience } from './edition.js'
import { maySeeBrief } from './select-edition.js'

/**
 * The audiences to print a brief for, with the brief's overrides: the requested ones, else those it lists, else all
 * whose clearance allows it but those that are printed on request only. The names are known to be valid.
 */
export function audiencesForBrief(
  brief: Brief,
  audiences: readonly Audience[],
  requested: readonly string[],
): readonly Audience[] {
  const listed = listedAudiences(brief.data)
  const names = requested.length > 0 ? requested : listed.map(entry => entry.audience)
  const chosen =
    names.length > 0
      ? names.flatMap(name => audiences.find(audience => audience.name === name) ?? [])
      : audiences.filter(audience => !audience.onRequest && maySeeBrief(brief, audience))
  return chosen.map(audience => withOverrides(audience, listed))
}

function withOverrides(audience: Audience, listed: readonly AudienceEntry[]): Audience {
  const entry = listed.find(candidate => candidate.audience === audience.name)
  return { ...audience, limit: entry?.limit ?? audience.limit, theme: entry?.theme ?? audience.theme }
}
