import type { Diagram } from '../markup/index.js'
import { actorMapAlt } from './actor-map/alt.js'
import { calendarAlt } from './calendar/alt.js'
import { chartAlt } from './chart/chart-alt.js'
import { stakesMatrixAlt } from './stakes-matrix/alt.js'
import { timelineAlt } from './timeline/alt.js'

/** Describes what a figure shows to someone who cannot see it. */
export function altText({ data, words }: Pick<Diagram, 'data' | 'words'>): string {
  switch (data.kind) {
    case 'timeline':
      return data.calendar ? calendarAlt(data, words) : timelineAlt(data, words)
    case 'actor-map':
      return actorMapAlt(data, words)
    case 'stakes-matrix':
      return stakesMatrixAlt(data, words)
    case 'chart':
      return chartAlt(data, words)
  }
}
