import type { EditionName } from './edition-name.js'
import type { QuoteCounts } from './quote-counts.js'

/** What a build says of one edition, in `OUT/manifest.json` and with `--json`. */
export interface ManifestEntry extends Omit<EditionName, 'lang'>, PrintedFacts {
  readonly format: 'pdf'
  /** Path of the PDF, relative to the workspace. */
  readonly file: string
  /** Of the PDF. */
  readonly sha256: string
  /** Of all that the edition is made from. */
  readonly inputs_sha256: string
  /** Whether the PDF of an earlier build stands unchanged, since all that it is made from is unchanged. */
  readonly cached: boolean
  /** Milliseconds that printing took, in the build that printed it. */
  readonly ms: number
}

/** The fields that an edition does not show though its template does not say that this is meant. */
export function unshownByAccident({ unshown, omits }: Pick<PrintedFacts, 'unshown' | 'omits'>): string[] {
  return unshown.filter(field => !omits.includes(field.replace(/\[\d+\]/g, '')))
}

/** What printing an edition came to. */
export interface PrintedFacts {
  /** Of the words (BCP 47), as far as the brief has them in it. */
  readonly lang: string
  /** Without those of annexes, which `limit` is not for. */
  readonly pages: number
  readonly annex_pages: number
  readonly limit: number
  /** How much of the last page before the annexes is used, 0 to 1. */
  readonly fill: number
  /** How much of each page is, those of annexes last. */
  readonly fills: readonly number[]
  /** What was left out to keep the limit, such as `key_facts[3]`, in the order in which it was given up. */
  readonly left_out: readonly string[]
  /** Figures that were not drawn to keep the limit, such as `timeline`; the text has what they show. */
  readonly figures_left_out: readonly string[]
  /** Fields of what it shows that its template never printed, such as `next_steps[2].owner`, in the order of the brief. */
  readonly unshown: readonly string[]
  /** Of what kinds are the fields that the template leaves out on purpose, such as `actors.influence`. */
  readonly omits: readonly string[]
  /** Size of the type as a multiple of the audience's, and vertical space as one of the theme's normal. */
  readonly type_scale: number
  readonly spacing_scale: number
  /** Quotations that the edition prints, by how they are proved. */
  readonly quotes: QuoteCounts
}
