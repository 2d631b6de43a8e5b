import type { SettingsLayer } from '../../brief/index.js'
import { isSettingsTree } from '../../brief/index.js'
import type { Place } from '../../diagnostics/index.js'
import type { Theme } from './theme.js'

/** A colour as a theme names it, and where. */
export interface ColourPlace {
  readonly name: string
  readonly place: Place
  /** 0 for the theme itself, 1 for the one that it extends, and so on. */
  readonly distance: number
}

/** Where the colours of a theme are set: places are no part of how it looks. */
const placesOf = new WeakMap<Theme, ReadonlyMap<string, ColourPlace>>()

/** Remembers where the colours of a theme are set, the nearest file first. */
export function rememberColours(theme: Theme, layers: readonly SettingsLayer[]): void {
  const places = new Map<string, ColourPlace>()
  for (const [name, colour] of Object.entries(theme.colours)) {
    const distance = layers.findIndex(
      ({ data }) => isSettingsTree(data.colours) && Object.hasOwn(data.colours, name),
    )
    const layer = layers[distance]
    if (!layer) continue
    const key = colour.toLowerCase()
    const known = places.get(key)
    if (!known || distance < known.distance)
      places.set(key, { name, place: layer.place(['colours', name]), distance })
  }
  placesOf.set(theme, places)
}

/** Where a theme sets a colour `#rrggbb`; undefined for one that is none of its own. */
export const colourPlace = (theme: Theme, colour: string): ColourPlace | undefined =>
  placesOf.get(theme)?.get(colour.toLowerCase())
