/** Names of colours that drawings use (CSS Color 4, 6.1), as `rrggbb`. */
const NAMES =
  'aqua 00ffff black 000000 blue 0000ff brown a52a2a coral ff7f50 crimson dc143c cyan 00ffff darkblue 00008b darkgray a9a9a9 darkgreen 006400 darkgrey a9a9a9 darkorange ff8c00 darkred 8b0000 dimgray 696969 dimgrey 696969 firebrick b22222 forestgreen 228b22 fuchsia ff00ff gold ffd700 gray 808080 green 008000 grey 808080 indigo 4b0082 ivory fffff0 khaki f0e68c lightblue add8e6 lightgray d3d3d3 lightgreen 90ee90 lightgrey d3d3d3 lime 00ff00 magenta ff00ff maroon 800000 midnightblue 191970 navy 000080 olive 808000 orange ffa500 orangered ff4500 orchid da70d6 pink ffc0cb plum dda0dd purple 800080 rebeccapurple 663399 red ff0000 royalblue 4169e1 salmon fa8072 seagreen 2e8b57 silver c0c0c0 skyblue 87ceeb slateblue 6a5acd slategray 708090 slategrey 708090 steelblue 4682b4 tan d2b48c teal 008080 tomato ff6347 turquoise 40e0d0 violet ee82ee white ffffff yellow ffff00'
const BY_NAME = new Map(
  [...NAMES.matchAll(/(\S+) (\S+)/g)].map(([, name = '', hex = '']) => [name, `#${hex}`]),
)

/** A colour and how opaque it is, 0 to 1. */
export interface SvgColour {
  readonly colour: string
  readonly opacity: number
}

/** Reads a colour of CSS as `#rrggbb`; undefined for one that is written in another way. */
export function parseColour(text: string): SvgColour | undefined {
  const written = text.trim().toLowerCase()
  const named = BY_NAME.get(written)
  if (named) return { colour: named, opacity: 1 }
  if (written === 'transparent') return { colour: '#000000', opacity: 0 }
  const [, digits] = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.exec(written) ?? []
  if (digits !== undefined) {
    const full = digits.length < 6 ? digits.replace(/./g, '$&$&') : digits
    const alpha = full.length === 8 ? Number.parseInt(full.slice(6), 16) / 255 : 1
    return { colour: `#${full.slice(0, 6)}`, opacity: alpha }
  }
  const [, list] = /^rgba?\(([^()]*)\)$/.exec(written) ?? []
  const parts = list?.trim().split(/[\s,/]+/) ?? []
  if (parts.length !== 3 && parts.length !== 4) return undefined
  const levels = parts
    .slice(0, 3)
    .map(part => (part.endsWith('%') ? Number.parseFloat(part) * 2.55 : Number(part)))
  const opacity = parts[3] === undefined ? 1 : shareOf(parts[3])
  if (opacity === undefined || !levels.every(Number.isFinite)) return undefined
  const hex = levels.map(level =>
    Math.round(Math.min(255, Math.max(0, level)))
      .toString(16)
      .padStart(2, '0'),
  )
  return { colour: `#${hex.join('')}`, opacity }
}

/** A number from 0 to 1, or the same in per cent. */
export function shareOf(text: string): number | undefined {
  const number = text.trim().endsWith('%') ? Number(text.trim().slice(0, -1)) / 100 : Number(text)
  return text.trim() !== '' && Number.isFinite(number) ? Math.min(1, Math.max(0, number)) : undefined
}
