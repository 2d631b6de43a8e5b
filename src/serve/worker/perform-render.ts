import {
  type PrintedDocument,
  type RenderOptions,
  render,
  type WorkspaceContents,
} from '../../batch/index.js'
import {
  Findings,
  type SerializedDiagnostic,
  SourceFile,
  serializeDiagnostic,
} from '../../diagnostics/index.js'
import type { RenderTask } from '../jobs/job.js'
import type { Performed } from './performed.js'

/** Prints the edition that a request asks for. */
export async function performRender(
  { path, options }: RenderTask,
  { files }: WorkspaceContents,
): Promise<Performed<'render'>> {
  const { created, format = 'pdf', ...asked } = options
  const brief = files.get(path)
  if (!brief) return { head: { ...NOTHING, format, findings: noSuchBrief(path) }, files: [] }
  const given: RenderOptions = {
    ...asked,
    format,
    path,
    files: Object.fromEntries([...files].filter(([name]) => name !== path)),
    created: created === undefined ? undefined : new Date(created),
  }
  const made = await render(brief, given)
  const { pages, annex_pages, left_out, quotes } = made
  const findings = made.diagnostics.map(serializeDiagnostic)
  const ok = isPrinted(made)
  return { head: { ok, findings, format, pages, annex_pages, left_out, quotes }, files: made.files }
}

const isPrinted = ({ bytes }: { readonly bytes: PrintedDocument['bytes'] | undefined }) => bytes !== undefined

const NOTHING = { ok: false, pages: null, annex_pages: null, left_out: [], quotes: null } as const

function noSuchBrief(path: string): SerializedDiagnostic[] {
  const { all, report } = new Findings()
  const place = { file: new SourceFile(path, ''), range: { start: 0, end: 0 } }
  report('file-unreadable', place, `cannot read \`${path}\`: there is no such file`)
  return all.map(serializeDiagnostic)
}
