import type { Priority } from '../brief/index.js'
import type { Place, SourceFile } from '../diagnostics/index.js'

/** One kind of reader, as the front matter of a template defines it. */
export interface Audience {
  readonly name: string
  readonly template: SourceFile
  /** Characters of the front matter, with its fences: where the template proper begins. */
  readonly bodyStart: number
  readonly title: string
  readonly description: string
  readonly page: { readonly size: 'a4' | 'letter'; readonly margins: Margins }
  /** Pages. */
  readonly limit: number
  /** Points; `floor` is the smallest size that fitting may go down to. */
  readonly type: { readonly size: number; readonly floor: number }
  readonly theme: string
  /** The highest marking that this audience may see. */
  readonly clearance: string
  /** Items of lower priority are not shown. */
  readonly priority: Priority
  /** Whether citations in running text say where in the source. */
  readonly locators: boolean
  /** Sections in the order in which the template prints them. */
  readonly sections: readonly string[]
}

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
  /** Where the brief names its language, if it does. */
  readonly langPlace?: Place
  /** The marking of the brief as a whole. */
  readonly classification: string | undefined
  /** The items that are marked themselves: what of them is printed decides the banner. */
  readonly markings: readonly MarkedItem[]
  /** What is shown of lists, in the order in which it is shown; sources aside, which come and go with citations. */
  readonly items: readonly Item[]
  /** What the template sees: the brief's fields, prose as `Text`, names as `Verbatim`, references resolved. */
  readonly data: EditionData
  /** The fields of the recipient that its prose asks for, sorted, each once. */
  readonly recipientFields: readonly string[]
}

/** An entry of one of a brief's lists. */
export interface Item {
  /** Its list and its number there from 0, such as `key_facts[3]`. */
  readonly path: string
  readonly field: string
  readonly index: number
  readonly priority: Priority
  readonly place: Place
}

/** A marked stretch of a brief. */
export interface MarkedItem {
  readonly marking: string
  readonly place: Place
}

export type EditionData = Readonly<Record<string, unknown>>
