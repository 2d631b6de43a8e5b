import type { Report } from '../../diagnostics/index.js'
import type { Edition } from '../../edition/index.js'
import type { BriefPlaces } from '../html/source-map.js'
import type { Locale } from '../locale/locale.js'

/** What is known, wherever a value is printed, of the edition that is being rendered. */
export interface RenderContext {
  readonly edition: Edition
  readonly locale: Locale
  readonly report: Report
  readonly briefPlaces: BriefPlaces
  /** The sources that this edition may cite, by id. */
  readonly sources: ReadonlyMap<string, Readonly<Record<string, unknown>>>
}
