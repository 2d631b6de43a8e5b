import { isSettingsTree, type SettingsLayer, type SettingsProblem, settingAt } from '../../brief/index.js'
import type { Report } from '../../diagnostics/index.js'
import type { Theme } from './theme.js'
import { LEAST_TYPE, smallestType } from './theme-bounds.js'

/** Reports a theme that lets type be so small that few read it with ease, and styles of its own that ask for smaller type than they are given. */
export function reportSmallType(theme: Theme, layers: readonly SettingsLayer[], report: Report): void {
  reportSmallest(theme, layers, report)
  const { size } = theme.type
  const [nearest] = layers
  if (size === undefined || !nearest) return
  const smallest = smallestType(theme)
  for (const { path, share } of sizesIn(nearest.data.styles, ['styles'])) {
    if (share * size >= smallest - TOLERANCE) continue
    const points = Math.round(share * size * 100) / 100
    const message = `${points} points are less than the smallest type, and are printed as ${smallest}`
    report(
      'small-type',
      nearest.place(path),
      message,
      `write ${Math.ceil((smallest / size) * 100) / 100} or more`,
    )
  }
}

/** Points: a multiple is written with two or three digits. */
const TOLERANCE = 0.05

function reportSmallest(theme: Theme, layers: readonly SettingsLayer[], report: Report): void {
  if (smallestType(theme) >= LEAST_TYPE) return
  const path = ['type', 'smallest']
  const layer = layers.find(({ data }) => settingAt(data, path) !== undefined)
  if (!layer) return
  const message = `words may be printed in ${smallestType(theme)} points`
  report('small-type', layer.place(path), message, `set \`smallest\` to ${LEAST_TYPE} or more`)
}

interface StyleSize {
  readonly path: SettingsProblem['path']
  /** A multiple of the type size. */
  readonly share: number
}

function sizesIn(styles: unknown, path: SettingsProblem['path']): StyleSize[] {
  if (!isSettingsTree(styles)) return []
  return Object.entries(styles).flatMap(([key, value]) => {
    const here = [...path, key]
    return key === 'size' && typeof value === 'number' ? [{ path: here, share: value }] : sizesIn(value, here)
  })
}
