import { fileURLToPath } from 'node:url'
import {
  type EditionRequest,
  type EditionSettings,
  requestEditions,
} from '../../src/batch/plan/edition-request.js'
import { type FittedPages, fitEdition } from '../../src/batch/print/fit-edition.js'
import { type Resources, readResources } from '../../src/batch/print/resources.js'
import { AudienceStore } from '../../src/batch/workspace/audience-store.js'
import { findBriefs } from '../../src/batch/workspace/find-briefs.js'
import { readBrief } from '../../src/batch/workspace/read-brief.js'
import { openWorkspace } from '../../src/batch/workspace/workspace.js'
import { Findings } from '../../src/diagnostics/index.js'

/** One of the sample editions of the package. */
export interface SampleEdition {
  readonly brief: string
  readonly request: EditionRequest
  /** Lays it out, anew each time. */
  fit(): Promise<FittedPages>
}

export interface SampleEditions {
  readonly editions: readonly SampleEdition[]
  readonly resources: Resources
  /** All that was found in them so far. */
  readonly findings: Findings
}

/** Which editions are wanted: those of the sample briefs, unless `root` is another workspace, in their own themes and on their own paper. */
export interface SampleSettings extends Pick<EditionSettings, 'theme' | 'paper'> {
  readonly root?: string
  readonly lang?: string
}

/** The editions of the sample briefs, for the tests that look at all of them. */
export async function sampleEditions({
  root = fileURLToPath(new URL('../..', import.meta.url)),
  lang,
  ...settings
}: SampleSettings = {}): Promise<SampleEditions> {
  const findings = new Findings()
  const { report } = findings
  const workspace = await openWorkspace(root)
  const audiences = await AudienceStore.open(workspace, report)
  const resources = await readResources(workspace, report)
  const editions: SampleEdition[] = []
  for (const file of await findBriefs(workspace, [], report)) {
    const source = await readBrief(file, audiences.known, workspace, report)
    if (!source) continue
    for (const asked of await requestEditions(source, audiences, { audiences: [], ...settings }, report)) {
      const request = { ...asked, reader: { ...asked.reader, lang } }
      editions.push({
        brief: file.name,
        request,
        fit: async () => {
          const pages = await fitEdition(request, resources, workspace, report)
          if (!pages) throw new Error(`${file.name} for ${request.audience.name} could not be set`)
          return pages
        },
      })
    }
  }
  return { editions, resources, findings }
}
