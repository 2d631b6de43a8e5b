import { type Diagnostic, Findings, hasErrors, serializeDiagnostic } from '../../diagnostics/index.js'
import {
  type BriefCache,
  briefCacheKey,
  type CachedBrief,
  type SelectedEdition,
} from '../plan/brief-cache.js'
import type { PrintSettings } from '../plan/build-options.js'
import { downgradeUnverified } from '../plan/downgrade-unverified.js'
import { requestEditions } from '../plan/edition-request.js'
import { AudienceStore } from '../workspace/audience-store.js'
import { placeOfFile } from '../workspace/file-place.js'
import { openWorkspace, type Workspace } from '../workspace/workspace.js'
import type { FitEditionOptions } from './fit-edition.js'
import { unpackRecipient } from './packed-recipient.js'
import { printEdition } from './print-edition.js'
import type { PrintedEdition, PrintJob, PrintResult } from './print-job.js'
import { type Resources, readResources } from './resources.js'
import { wordStylesOf } from './word-styles.js'

/** Prints editions in this thread; fonts are opened once, and a brief is read and proved once for all its editions. */
export class PrintSession {
  constructor(
    readonly settings: PrintSettings,
    readonly workspace: Workspace,
    readonly audiences: AudienceStore,
    readonly resources: Resources,
    /** What is wrong with what all editions are set with. */
    readonly resourceFindings: Findings,
    readonly cache: BriefCache,
  ) {}

  /** `cache` may hold what was read and selected when the editions were planned. */
  static async open(settings: PrintSettings, cache: BriefCache): Promise<PrintSession> {
    const findings = new Findings()
    const workspace = await openWorkspace(settings.root)
    const audiences = await AudienceStore.open(workspace, () => {})
    const resources = await readResources(workspace, findings.report)
    return new PrintSession(settings, workspace, audiences, resources, findings, cache)
  }

  /** Nothing is printed in another font than the one meant: what is wrong with a font stops every edition. */
  async print(job: PrintJob): Promise<PrintResult> {
    const common = this.resourceFindings
    if (common.failed)
      return { printed: undefined, findings: common.all.map(serializeDiagnostic), trials: [] }
    let trials: PrintResult['trials'] = []
    const onTrials: FitEditionOptions['onTrials'] = tried => {
      if (job.traceFit) trials = tried
    }
    const { printed, findings } = await this.#print(job, onTrials)
    const found = [...common.all, ...findings]
    return {
      printed: hasErrors(found) ? undefined : printed && withFindings(printed, common.all),
      findings: found.map(serializeDiagnostic),
      trials,
    }
  }

  async #print(job: PrintJob, onTrials: FitEditionOptions['onTrials']): ReturnType<typeof printEdition> {
    const read = await this.#read(job)
    const findings = this.settings.allowUnverified ? downgradeUnverified(read.findings) : read.findings
    const selected = hasErrors(findings) ? undefined : await this.#select(read, job)
    if (!selected) {
      const place = placeOfFile(this.workspace, job.brief.path)
      const { all, report } = new Findings()
      report(
        'changed-meanwhile',
        place,
        `\`${job.brief.name}\` was changed while it was printed`,
        'build again',
      )
      return { printed: undefined, findings: all }
    }
    const { formats, whole } = job
    const recipient = job.recipient && unpackRecipient(job.recipient)
    const { resources, workspace, audiences } = this
    const means = {
      ...{ resources, workspace, onTrials },
      embedFonts: audiences.house.embedFonts === true,
      wordStyles: wordStylesOf(audiences.house, workspace),
    }
    return printEdition({ selected, recipient, formats, whole }, means)
  }

  async #select(read: CachedBrief, { audience, lang }: PrintJob): Promise<SelectedEdition | undefined> {
    const known = this.cache.selectedFor(read, audience, { lang })
    if (known || !read.source) return known
    const settings = { ...this.settings, audiences: [audience] }
    const [request] = await requestEditions(read.source, this.audiences, settings, () => {})
    return request && this.cache.select(read, { ...request, reader: { lang } })
  }

  async #read({ brief, inputsHash }: PrintJob): Promise<CachedBrief> {
    const key = briefCacheKey(brief, inputsHash, this.settings)
    const known = this.cache.get(key)
    if (known) return known
    const read = await this.cache.read(brief, this.audiences)
    this.cache.keep(key, read)
    return read
  }
}

/** What is to be said of fonts and partials is to be said of each file. */
function withFindings(printed: PrintedEdition, common: readonly Diagnostic[]): PrintedEdition {
  if (common.length === 0) return printed
  const first = common.map(serializeDiagnostic)
  const outputs = printed.outputs.map(output => ({ ...output, findings: [...first, ...output.findings] }))
  return { ...printed, outputs }
}
