import * as v from 'valibot'
import { EDITION_FORMATS } from '../../../edition/index.js'

const textOrNull = v.nullable(v.string())

/** A finding, as `--json` of the command line has it. */
export const diagnosticAnswer = v.object({
  file: v.string(),
  line: v.pipe(v.number(), v.integer()),
  column: v.pipe(v.number(), v.integer()),
  severity: v.picklist(['error', 'warning', 'info']),
  code: v.pipe(v.string(), v.description('One of those of docs/findings.md')),
  message: v.string(),
  hint: v.string(),
})

/** An answer that is no success (RFC 9457). */
export const problemAnswer = v.object({
  type: v.pipe(v.string(), v.description('`urn:briefwright:problem:…`')),
  title: v.string(),
  status: v.number(),
  detail: v.string(),
  hint: v.optional(v.string()),
  request_id: v.string(),
  errors: v.optional(
    v.pipe(
      v.array(v.object({ field: v.string(), message: v.string(), hint: v.optional(v.string()) })),
      v.description('Wrong fields of the request'),
    ),
  ),
  diagnostics: v.optional(
    v.pipe(v.array(diagnosticAnswer), v.description('What is wrong with the brief, its files and templates')),
  ),
})

/** A file of a job. */
const fileAnswer = v.object({
  file: v.string(),
  href: v.string(),
  sha256: v.string(),
  format: v.picklist(EDITION_FORMATS),
  brief: v.string(),
  audience: v.string(),
  recipient: textOrNull,
  lang: textOrNull,
  pages: v.nullable(v.number()),
})

/** What there is to say of a job. */
export const jobAnswerSchema = v.object({
  id: v.string(),
  kind: v.picklist(['render', 'batch']),
  state: v.picklist(['waiting', 'running', 'done', 'failed', 'cancelled']),
  created: v.pipe(v.string(), v.description('RFC 3339')),
  ok: v.pipe(
    v.nullable(v.boolean()),
    v.description('Whether all that was asked for is there; null until the job has ended'),
  ),
  progress: v.pipe(
    v.object({ done: v.number(), total: v.nullable(v.number()) }),
    v.description('Editions; the total is null until a batch is planned'),
  ),
  diagnostics: v.array(diagnosticAnswer),
  files: v.array(fileAnswer),
  missing: v.pipe(v.array(v.string()), v.description('Files that were asked for and could not be printed')),
  manifest: v.pipe(textOrNull, v.description('Where the manifest of a batch is')),
  error: v.nullable(
    v.object({
      reason: v.picklist(['timeout', 'poison', 'cancelled', 'error', 'store', 'lost']),
      message: v.string(),
    }),
  ),
})

/** What `check --json` has. */
export const checkAnswer = v.object({
  ok: v.boolean(),
  diagnostics: v.array(diagnosticAnswer),
  proofs: v.array(
    v.object({
      field: v.string(),
      words: v.string(),
      speech: textOrNull,
      speaker: textOrNull,
      source: textOrNull,
      paragraph: v.nullable(v.number()),
      start: v.nullable(v.number()),
      end: v.nullable(v.number()),
      file: v.string(),
    }),
  ),
})

/** What `audiences --json` has. */
export const audiencesAnswer = v.object({
  ok: v.boolean(),
  diagnostics: v.array(diagnosticAnswer),
  audiences: v.array(
    v.object({
      name: v.string(),
      title: v.string(),
      description: v.string(),
      pages: v.number(),
      theme: v.string(),
      clearance: v.string(),
      on_request: v.boolean(),
      source: v.picklist(['workspace', 'package']),
      file: v.string(),
    }),
  ),
})

export type JobAnswer = v.InferOutput<typeof jobAnswerSchema>
export type FileAnswer = JobAnswer['files'][number]
