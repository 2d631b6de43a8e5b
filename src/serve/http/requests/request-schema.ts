import * as v from 'valibot'
import { EDITION_FORMATS } from '../../../edition/index.js'

const described = <S extends v.GenericSchema>(schema: S, text: string) => v.pipe(schema, v.description(text))

const content = v.union([
  v.string(),
  v.strictObject({ base64: described(v.string(), 'Bytes, in base64 (RFC 4648, 4)') }),
])
const row = v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()]))
const format = v.picklist(EDITION_FORMATS)
const oneOrMore = <S extends v.GenericSchema>(schema: S) =>
  v.union([schema, v.pipe(v.array(schema), v.minLength(1))])

/** What a request brings: a brief, and what it names. */
const MATERIAL = {
  brief: described(v.pipe(v.string(), v.minLength(1)), 'The brief: YAML, as in a file of `briefs/`'),
  path: v.optional(
    described(
      v.string(),
      'Where the brief would stand in the workspace, as findings name it; `briefs/brief.yaml` if left out',
    ),
  ),
  sources: v.optional(
    described(
      v.record(v.string(), content),
      'Texts and other files that the brief names, by the paths by which it names them: relative to itself. A path that begins with `briefs/` is one from the root of the workspace',
    ),
  ),
  files: v.optional(
    described(
      v.record(v.string(), content),
      'Other files of the workspace by their paths from its root: `templates/…`, `fonts/…`, `briefwright.yaml`, `briefs/brief.lock.yaml`, pictures',
    ),
  ),
} as const

/** What `POST /v1/check` takes. */
export const checkRequest = v.strictObject(MATERIAL)

/** What `POST /v1/render` takes. */
export const renderRequest = v.strictObject({
  ...MATERIAL,
  audience: described(
    oneOrMore(v.pipe(v.string(), v.minLength(1))),
    'The audience to print for; several, or `all` that the brief lists, make a batch',
  ),
  format: v.optional(described(oneOrMore(format), 'What to print: `pdf` if left out; several make a batch')),
  data: v.optional(
    described(
      v.union([v.string(), v.array(row)]),
      'A mail merge, an edition for each recipient: CSV with a header line, or a list of rows',
    ),
  ),
  recipient: v.optional(described(row, 'Whom the one copy is for, as a row of a mail merge has it')),
  lang: v.optional(
    described(oneOrMore(v.string()), 'The language (BCP 47) of the edition; several make a batch'),
  ),
  paper: v.optional(
    described(v.picklist(['a4', 'letter']), 'Paper, where it is not to be that of the template'),
  ),
  theme: v.optional(
    described(v.string(), 'The theme, where it is not to be that of house, template or brief'),
  ),
  created: v.optional(
    described(
      v.string(),
      'The date that the document gives for its creation (`2025-01-20` or RFC 3339), where it is not to be the day that the brief holds for',
    ),
  ),
  allow_unverified: v.optional(
    described(v.boolean(), 'Print quotations that are not proved, marked as such'),
  ),
  whole: v.optional(described(v.boolean(), 'Print a twin that flows with all that its audience may see')),
})

export type RenderRequest = v.InferInput<typeof renderRequest>
export type CheckRequest = v.InferInput<typeof checkRequest>
export type FileContent = v.InferInput<typeof content>
