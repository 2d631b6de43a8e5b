import { contrastOf } from '../../../brief/index.js'

/** What a dark screen stands on: nearly black, so that all contrasts of a light page have room above it. */
const DARK_GROUND = '#101214'
/** Of words against their ground, and of shapes (WCAG 2.2, 1.4.3 and 1.4.11). */
const LEAST = 4.5

/**
 * The colours of a dark screen for those of a light one: each as far from the dark ground as it was from the light one, in its own
 * hue, so that whatever could be read on another still can be.
 */
export function darkColours(light: readonly string[], ground: string): ReadonlyMap<string, string> {
  const dark = new Map(light.map(colour => [colour, colour === ground ? DARK_GROUND : inverted(colour)]))
  for (const colour of light)
    for (const other of light) {
      if (colour === other || contrastOf(colour, other) < LEAST) continue
      dark.set(colour, apart(dark.get(colour) ?? colour, dark.get(other) ?? other))
    }
  return dark
}

/** Luminance (WCAG 2.2, relative luminance) with its flare. */
const brightness = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = channels(colour).map(linear)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue + FLARE
}

const FLARE = 0.05
const WHITE_COLOUR = '#ffffff'
const BLACK = '#000000'
const WHITE = 1 + FLARE

/** Contrast is a ratio of brightnesses: where each is turned upside down, ratios stay. */
function inverted(colour: string): string {
  const wanted = (brightness(DARK_GROUND) * WHITE) / brightness(colour)
  return withBrightness(colour, Math.min(WHITE, wanted))
}

/** A colour in the hue of another, mixed with the dark ground or white as far as it must be. */
function withBrightness(colour: string, wanted: number): string {
  const isLighter = brightness(colour) < wanted
  const strong = isLighter ? saturated(colour) : colour
  const target = isLighter ? WHITE_COLOUR : DARK_GROUND
  let [least, most] = [0, 1]
  for (let step = 0; step < STEPS; step++) {
    const share = (least + most) / 2
    const found = brightness(mixed(strong, target, share))
    if (found < wanted === isLighter) least = share
    else most = share
  }
  return mixed(strong, target, most)
}

const STEPS = 12

/** As bright as its hue can be without white. */
function saturated(colour: string): string {
  const parts = channels(colour)
  const most = Math.max(...parts)
  return most === 0 ? colour : hexOf(parts.map(part => part * (1 + (0.6 * (255 - most)) / 255)))
}

/** A colour that stands apart from another as far as words must; itself if it does. */
function apart(colour: string, from: string): string {
  const target = brightness(colour) >= brightness(from) ? WHITE_COLOUR : BLACK
  for (let share = 0; share <= 1; share += 0.02) {
    const found = mixed(colour, target, share)
    if (contrastOf(found, from) >= LEAST) return found
  }
  return mixed(colour, target, 1)
}

function mixed(colour: string, other: string, share: number): string {
  const target = channels(other)
  return hexOf(channels(colour).map((part, index) => part + ((target[index] ?? part) - part) * share))
}

const channels = (colour: string): number[] =>
  [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16))

const hexOf = (parts: readonly number[]): string =>
  `#${parts
    .map(part =>
      Math.max(0, Math.min(255, Math.round(part)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

const linear = (part: number): number => {
  const share = part / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
