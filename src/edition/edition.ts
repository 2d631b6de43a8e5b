import type { Priority } from '../brief/index.js'
import type { SourceFile } from '../diagnostics/index.js'

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
  readonly brief: string
  readonly audience: Audience
  readonly lang: string
  /** What the template sees: the brief's fields, prose as `Text`, references resolved. */
  readonly data: EditionData
  /** The highest marking among what the edition holds; none if nothing is marked. */
  readonly banner: string | undefined
  readonly quotes: {
    readonly verified: number
    readonly abridged: number
    readonly locked: number
    readonly unverified: number
  }
}

export type EditionData = Readonly<Record<string, unknown>>
