import type { Priority } from '../../brief/index.js'
import type { Locale } from '../locale/locale.js'
import type { DateFormats, NumberRules } from '../locale/locale-schema.js'
import type { ChartData } from './charts.js'
import type { InlineText } from './inlines.js'

/** The data of the edition that a diagram shows. */
export type DiagramData = TimelineData | ActorMapData | StakesMatrixData | ChartData

export interface TimelineData {
  readonly kind: 'timeline'
  /** In the order of the brief. */
  readonly events: readonly TimelineEvent[]
  /** Undefined where events stand on an axis. */
  readonly calendar?: TimelineCalendar | undefined
}
/** What a calendar shows beside events. */
export interface TimelineCalendar {
  /** The date that the facts hold for, as EDTF. */
  readonly asOf: string | undefined
  /** Next steps that are due on a date. */
  readonly steps: readonly TimelineEvent[]
}
export interface TimelineEvent {
  /** EDTF; undefined where no date is known. */
  readonly date: string | undefined
  readonly label: InlineText
  /** The row of a calendar that it stands in. */
  readonly lane?: InlineText | undefined
  readonly priority: Priority
}

export interface ActorMapData {
  readonly kind: 'actor-map'
  /** What the actors are for or against. */
  readonly stanceOn: InlineText | undefined
  readonly actors: readonly MappedActor[]
}
/** An actor is placed on the map if influence and support are both given. */
export interface MappedActor {
  readonly name: InlineText
  readonly side: string | undefined
  /** 1 to 5. */
  readonly influence: number | undefined
  /** -2 to 2. */
  readonly support: number | undefined
  readonly priority: Priority
}

export interface StakesMatrixData {
  readonly kind: 'stakes-matrix'
  readonly stakes: readonly RatedStake[]
  /** Whether the diagram lists its stakes beside the grid; otherwise a numbered list is printed beside the diagram. */
  readonly listed: boolean
}
/** A stake is placed in the grid if likelihood and impact are both given. */
export interface RatedStake {
  /** Position among the stakes of the edition, from 1. */
  readonly number: number
  readonly stake: InlineText
  /** Who bears it. */
  readonly who: readonly InlineText[]
  /** 1 to 5. */
  readonly likelihood: number | undefined
  /** 1 to 5. */
  readonly impact: number | undefined
  readonly priority: Priority
}

/** The strings of diagrams in the language of the document. */
export interface DiagramStrings {
  /** BCP 47. */
  readonly lang: string
  readonly labels: Readonly<Record<DiagramLabel, string>>
  /** Numbers in words, from zero. */
  readonly numbers: readonly string[]
  /** From the lowest point of each scale to the highest. */
  readonly scales: Readonly<Record<'likelihood' | 'impact' | 'influence' | 'support', readonly string[]>>
  readonly dates: DateFormats
  readonly numberRules: NumberRules
}

/** Labels of the locale that diagrams use; `{name}` in them is replaced by an argument. */
export const DIAGRAM_LABELS = [
  'actor_map_of',
  'actor_map_of_one',
  'among_them',
  'as_of',
  'axis_not_from_zero',
  'billions',
  'chart_bar',
  'chart_by',
  'chart_column',
  'chart_dot',
  'chart_ends',
  'chart_highest',
  'chart_line',
  'chart_lowest',
  'chart_no_value',
  'chart_of',
  'chart_stacked',
  'colon',
  'events_in',
  'impact',
  'inexact_date',
  'influence',
  'likelihood',
  'list_separator',
  'millions',
  'more',
  'not_placed',
  'other_lane',
  'stance_on',
  'stakes_matrix_of',
  'stakes_matrix_of_one',
  'support',
  'timeline_of',
  'times_power',
  'timeline_of_one',
  'trillions',
  'undated',
  'with_impact',
  'with_influence',
] as const
export type DiagramLabel = (typeof DIAGRAM_LABELS)[number]

/** The strings of diagrams in the language of a locale. */
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
    numberRules: locale.numberRules,
  }
}

const RATING_POINTS = [1, 2, 3, 4, 5]
const SUPPORT_POINTS = [-2, -1, 0, 1, 2]
