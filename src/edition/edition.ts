import type { Marking, MarkingSchemes, Priority } from '../brief/index.js'
import type { DiagnosticCode, Place, SourceFile } from '../diagnostics/index.js'
import type { Counterparts } from './counterparts.js'
import type { EditionTables } from './data-table.js'
import type { DeclaredFields } from './declared-fields.js'
import type { EditionFormat } from './formats.js'
import type { HouseIdentity } from './house-identity.js'

/** A kind of reader, as the front matter of a template defines it. */
export interface Audience {
  readonly name: string
  readonly template: SourceFile
  /** Characters of the front matter, with its fences: the offset at which the body begins. */
  readonly bodyStart: number
  readonly title: string
  readonly description: string
  readonly page: {
    readonly size: PaperSize
    readonly orientation: PageOrientation
    readonly margins: Margins
  }
  /** Pages. */
  readonly limit: number
  /** Printed only where a brief lists it or a command names it, not for every brief that lists none. */
  readonly onRequest: boolean
  /** Points; `floor` is the smallest size that fitting may go down to. */
  readonly type: { readonly size: number; readonly floor: number }
  readonly theme: string
  /** Undefined where no house says anything of itself. */
  readonly house?: HouseIdentity | undefined
  /** The highest marking that this audience may see, of each scheme in force that it is cleared for at all. */
  readonly clearance: readonly Marking[]
  /** Items of lower priority are not shown. */
  readonly priority: Priority
  readonly citations: CitationStyle
  /** Sections in the order in which the template prints them. */
  readonly sections: readonly string[]
  /** What it is printed as, where its template says so; undefined leaves that to the house. */
  readonly formats?: readonly EditionFormat[] | undefined
  /** Languages (BCP 47) whose wordings its template prints beside each other; none where it prints one language. */
  readonly languages: readonly string[]
  /** Fields of items that the template leaves out on purpose, such as `actors.influence`. */
  readonly omits: readonly string[]
  /** The fields of `custom` that the template declares. */
  readonly fields: DeclaredFields
}

/**
 * How sources are cited: `dense` with the place in the source, `numbers` without, `end` with numbers at the end of each
 * paragraph.
 */
export const CITATION_STYLES = ['dense', 'numbers', 'end'] as const
export type CitationStyle = (typeof CITATION_STYLES)[number]

export type PaperSize = 'a4' | 'a5' | 'letter' | 'legal'
export type PageOrientation = 'portrait' | 'landscape'

/** Points. */
export interface Margins {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** One brief for one audience, and in a mail merge for one recipient. */
export interface Edition {
  /** The name of the brief's file, without its ending. */
  readonly brief: string
  readonly audience: Audience
  /** BCP 47. */
  readonly lang: string
  /** The same edition in each other language that its template declares, by the tag that the template has. */
  readonly besides: ReadonlyMap<string, EditionBeside>
  /** Where the brief names its language, if it does. */
  readonly langPlace?: Place
  /** The schemes that its markings are of. */
  readonly schemes: MarkingSchemes
  /** The marking of the brief as a whole. */
  readonly classification: string | undefined
  /** The items that have a marking: those that are printed decide the banner. */
  readonly markings: readonly MarkedItem[]
  /** The items that are shown, in order; without sources, which are shown where they are cited. */
  readonly items: readonly Item[]
  /** What the template sees: the brief's fields, prose as `Text`, names as `Verbatim`, references resolved. */
  readonly data: EditionData
  /** The values of the tables and CSV files of the brief, as far as the audience may see them. */
  readonly tables: EditionTables
  /** The fields of the recipient that its prose uses, sorted, each once. */
  readonly recipientFields: readonly string[]
  /** What it does not say of actors and sources that its audience may not see; see `reportWithheld`. */
  readonly withheld: readonly WithheldReference[]
}

/** An edition in a language that stands beside that of another. */
export interface EditionBeside extends Edition {
  /** What it says for what the other says. */
  readonly counterparts: Counterparts
}

/** An item of one of a brief's lists. */
export interface Item {
  /** Its list and its number there from 0, such as `key_facts[3]`. */
  readonly path: string
  readonly field: string
  readonly index: number
  readonly priority: Priority
  readonly place: Place
}

/** A part of a brief that has a marking. */
export interface MarkedItem {
  readonly marking: string
  readonly place: Place
}

export type EditionData = Readonly<Record<string, unknown>>

/** The recipient of one copy of an edition, and its language. */
export interface EditionReader {
  readonly recipient?: RecipientData | undefined
  /** BCP 47; the brief's own if left out. */
  readonly lang?: string | undefined
}

/** A row of a mail merge: what templates and wordings can say about the recipient, and its place in the data. */
export interface RecipientData {
  /** By column. A name may be any text: look one up with `Object.hasOwn`. */
  readonly fields: Readonly<Record<string, string | number | boolean | null>>
  readonly place: Place
  /** Where the columns are named, if that is known. */
  readonly columns?: Place
}

/** Something that an edition goes without, or should have gone without: a finding, if what it stands in is printed. */
export interface WithheldReference {
  readonly code: DiagnosticCode
  readonly place: Place
  readonly message: string
  readonly hint?: string | undefined
  /** The field of the brief that it stands in. */
  readonly field: string
  /** What is printed of the brief, if the finding matters; undefined if the whole field is left out. */
  readonly within: Place | undefined
}
