import type { Locale } from '../locale/locale.js'
import { DIAGRAM_LABELS, type DiagramLabel, type DiagramStrings } from './diagrams.js'

/** The words of a language that figures are made of, looked up once for a document. */
export function diagramStrings(locale: Locale): DiagramStrings {
  const label = (key: DiagramLabel) => [key, locale.label(key) ?? key] as const
  const scale = (name: string, points: readonly number[]) =>
    points.map(point => locale.scalePoint(name, point) ?? String(point))
  return {
    lang: locale.data.lang,
    labels: Object.fromEntries(DIAGRAM_LABELS.map(label)) as Record<DiagramLabel, string>,
    numbers: locale.numbers,
    scales: {
      likelihood: scale('likelihood', RATING_POINTS),
      impact: scale('impact', RATING_POINTS),
      influence: scale('influence', RATING_POINTS),
      support: scale('support', SUPPORT_POINTS),
    },
    dates: locale.dates,
  }
}

const RATING_POINTS = [1, 2, 3, 4, 5]
const SUPPORT_POINTS = [-2, -1, 0, 1, 2]
