import { type EditionName, type OutputName, outputFile } from '../../../batch/index.js'
import type { EditionFormat } from '../../../edition/index.js'
import type { PlanHead, PrintHead, RenderTask } from '../../jobs/job.js'

/** The media types of what is printed. */
export const MEDIA_TYPES: Readonly<Record<EditionFormat, string>> = {
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  png: 'image/png',
}

/** A media type without its parameters, as `Accept` names it. */
export const plainType = (type: string) => type.split(';')[0] ?? type

/** The edition that a request asks for by itself. */
export function editionOf({ path, options }: RenderTask): EditionName {
  const name = path.split('/').at(-1) ?? path
  const brief = name.replace(/\.ya?ml$/i, '')
  return { brief, audience: options.audience, recipient: null, lang: options.lang ?? null }
}

/** Where the files of an edition are, as a build names them. */
export function filesOf(name: EditionName, format: EditionFormat, count: number): string[] {
  return Array.from({ length: count }, (_, index) => outputFile({ ...name, format, page: index + 1 }))
}

/** A file of a batch: which job prints it, and where in its result it is. */
export interface BatchFile extends OutputName {
  readonly id: string
}

/** Which job of a batch prints a file. */
export function findFile({ editions }: PlanHead, file: string): BatchFile | undefined {
  for (const edition of editions)
    for (const { format, file: first } of edition.outputs) {
      if (first === file) return { ...edition, format, page: 1 }
      if (format !== 'png') continue
      const [, page] = /-(\d+)\.png$/.exec(file) ?? []
      const name = { ...edition, format, page: Number(page ?? 1) }
      if (page !== undefined && outputFile(name) === file) return name
    }
  return undefined
}

/** The bytes of a file among those of a result, which lie output by output. */
export function bytesOf(
  head: PrintHead,
  files: readonly Buffer[],
  { format, page = 1 }: OutputName,
): Buffer | undefined {
  let before = 0
  for (const output of head.printed?.outputs ?? []) {
    if (output.format === format) return page <= output.files.length ? files[before + page - 1] : undefined
    before += output.files.length
  }
  return undefined
}
