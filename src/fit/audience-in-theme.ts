import type { Audience } from '../edition/index.js'
import { smallestType, type Theme } from '../typeset/index.js'

/**
 * An audience as a theme sets it: in the size of type and within the page limit that the theme is made for, where it says so.
 * The type never comes down below the floor of either. `limit` is what a brief asks for itself.
 */
export function audienceInTheme(audience: Audience, theme: Theme, limit?: number): Audience {
  const { size = audience.type.size, floor = theme.type.size ?? audience.type.floor } = theme.type
  const least = Math.max(audience.type.floor, floor, smallestType(theme))
  return {
    ...audience,
    limit: limit ?? theme.limits[audience.name] ?? audience.limit,
    type: { size: Math.max(size, least), floor: least },
  }
}
