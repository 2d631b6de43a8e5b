import { DIAGRAM_LABELS, type DiagramLabel, type DiagramWords } from './diagrams.js'
import type { Locale } from './locale.js'

/** The words of a language that figures are made of, looked up once for a document. */
export function diagramWords(locale: Locale): DiagramWords {
  const label = (key: DiagramLabel) => [key, locale.label(key) ?? key] as const
  const scale = (name: string, points: readonly number[]) =>
    points.map(point => locale.scale(name, point) ?? String(point))
  return {
    lang: locale.data.lang,
    labels: Object.fromEntries(DIAGRAM_LABELS.map(label)) as Record<DiagramLabel, string>,
    numbers: locale.numbers,
    scales: {
      likelihood: scale('likelihood', RATINGS),
      impact: scale('impact', RATINGS),
      influence: scale('influence', RATINGS),
      support: scale('support', STANCES),
    },
    dates: locale.dates,
  }
}

const RATINGS = [1, 2, 3, 4, 5]
const STANCES = [-2, -1, 0, 1, 2]
