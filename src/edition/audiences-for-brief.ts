import { type AudienceEntry, type Brief, listedAudiences } from '../brief/index.js'
import { isTlpMarking, isWithinClearance } from './classification.js'
import type { Audience } from './edition.js'
import { isAboveClearance } from './select-edition.js'

/**
 * The audiences to print a brief for, with the brief's overrides: those asked for, else those it lists, else all
 * that are cleared for it. Names are known to be valid.
 */
export function audiencesForBrief(
  brief: Brief,
  audiences: readonly Audience[],
  asked: readonly string[],
): readonly Audience[] {
  const listed = listedAudiences(brief.data)
  const names = asked.length > 0 ? asked : listed.map(entry => entry.audience)
  const chosen =
    names.length > 0
      ? names.flatMap(name => audiences.find(audience => audience.name === name) ?? [])
      : audiences.filter(audience => isPrintedUnasked(brief, audience))
  return chosen.map(audience => withOverrides(audience, listed))
}

/** A brief marked in another scheme than TLP is not printed for everybody unless it says so. */
function isPrintedUnasked(brief: Brief, audience: Audience): boolean {
  const whole = brief.data.classification
  const isForAll = !isWithinClearance('TLP:GREEN', audience.clearance)
  if (whole !== undefined && !isTlpMarking(whole)) return !isForAll
  return !isAboveClearance(brief, audience)
}

function withOverrides(audience: Audience, listed: readonly AudienceEntry[]): Audience {
  const entry = listed.find(candidate => candidate.audience === audience.name)
  return { ...audience, limit: entry?.limit ?? audience.limit, theme: entry?.theme ?? audience.theme }
}
