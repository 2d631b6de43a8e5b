import type { EditionFormat } from '../../edition/index.js'
import type { EditionName, OutputName } from './edition-name.js'
import type { QuoteCounts } from './quote-counts.js'

/** What a build says of one file of an edition, in `OUT/manifest.json` and with `--json`. */
export interface ManifestEntry extends Omit<EditionName, 'lang'>, PrintedFacts {
  readonly format: EditionFormat
  /** Its path, relative to the workspace. */
  readonly file: string
  readonly sha256: string
  /** Of all that it is made from. */
  readonly inputs_sha256: string
  /** Whether the file of an earlier build stands unchanged, since all that it is made from is unchanged. */
  readonly cached: boolean
  /** Milliseconds that printing took, with fitting, in the build that printed it. */
  readonly ms: number
}

/** What a manifest says of a file, from what printing it came to. */
export function manifestEntry(
  { brief, audience, recipient, format }: OutputName,
  {
    facts: all,
    key,
    ...made
  }: Pick<ManifestEntry, 'file' | 'sha256' | 'cached' | 'ms'> & {
    readonly facts: PrintedFacts
    readonly key: string
  },
): ManifestEntry {
  const { file, sha256, cached, ms } = made
  const { lang, ...facts } = factsOfFormat(format, all)
  return {
    ...{ brief, audience, recipient, lang, format, file, ...facts },
    ...{ sha256, inputs_sha256: key, cached, ms },
  }
}

/** The fields that an edition does not show though its template does not say that this is meant. */
export function unshownByAccident({ unshown, omits }: Pick<PrintedFacts, 'unshown' | 'omits'>): string[] {
  return unshown.filter(field => !omits.includes(field.replace(/\[\d+\]/g, '')))
}

/** What a manifest says of a file: of a twin, nothing that only pages have. */
export function factsOfFormat(format: EditionFormat, facts: PrintedFacts): PrintedFacts {
  return format === 'pdf' ? facts : { ...facts, ...NO_PAGES }
}

/** What printing an edition came to. What is about pages is null where there are none. */
export interface PrintedFacts {
  /** Of the words (BCP 47), as far as the brief has them in it. */
  readonly lang: string
  /** Without those of annexes, which `limit` is not for. */
  readonly pages: number | null
  readonly annex_pages: number | null
  readonly limit: number
  /** How much of the last page before the annexes is used, 0 to 1. */
  readonly fill: number | null
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
  readonly type_scale: number | null
  readonly spacing_scale: number | null
  /** Quotations that the edition prints, by how they are proved. */
  readonly quotes: QuoteCounts
}

/** Of what was never set in pages. */
export const NO_PAGES = {
  pages: null,
  annex_pages: null,
  fill: null,
  fills: [],
  type_scale: null,
  spacing_scale: null,
} as const satisfies Partial<PrintedFacts>
