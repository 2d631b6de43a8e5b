/** A colour as its red, green and blue parts in linear light, 0 to 1. */
type LinearColour = readonly [red: number, green: number, blue: number]

/** The lightness L* of a colour `#rrggbb`, 0 (black) to 100 (white), after CIE 1976. */
export const lightnessOf = (colour: string): number => lightness(luminanceOf(colour))

/** The contrast ratio of two colours, after WCAG 2.2. */
export function contrastRatio(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** A colour of the lightness L* that is asked for, mixed with `towards`, or with `away` where it has to go the other way. */
export function withLightness(colour: string, wanted: number, towards: string, away: string): string {
  const target = luminance(wanted)
  const own = luminanceOf(colour)
  const other = (target - own) * (luminanceOf(towards) - own) >= 0 ? towards : away
  const span = luminanceOf(other) - own
  const share = span === 0 ? 0 : Math.min(1, Math.max(0, (target - own) / span))
  const [from, to] = [linear(colour), linear(other)]
  return hex([0, 1, 2].map(part => (from[part] ?? 0) + share * ((to[part] ?? 0) - (from[part] ?? 0))))
}

function luminanceOf(colour: string): number {
  const [red, green, blue] = linear(colour)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const lightness = (y: number): number => (y > 216 / 24389 ? 116 * Math.cbrt(y) - 16 : (y * 24389) / 27)
const luminance = (l: number): number => (l > 8 ? ((l + 16) / 116) ** 3 : (l * 27) / 24389)

/** IEC 61966-2-1. */
function linear(colour: string): LinearColour {
  const part = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}

function hex(parts: readonly number[]): string {
  const coded = parts.map(value => {
    const part = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055
    return Math.round(part * 255)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${coded.join('')}`
}
