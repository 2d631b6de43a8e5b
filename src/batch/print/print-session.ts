import { Findings, hasErrors, type Report, serializeDiagnostic } from '../../diagnostics/index.js'
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
import { printEditionPdf } from './print-edition.js'
import type { PrintJob, PrintResult } from './print-job.js'
import { type Resources, readResources } from './resources.js'

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
    const findings = new Findings()
    this.resourceFindings.passOn(findings.report)
    let trials: PrintResult['trials'] = []
    const onTrials: FitEditionOptions['onTrials'] = tried => {
      if (job.traceFit) trials = tried
    }
    const printed = findings.failed ? undefined : await this.#print(job, findings.report, onTrials)
    const found = findings.all.map(serializeDiagnostic)
    return { printed: findings.failed ? undefined : printed, findings: found, trials }
  }

  async #print(job: PrintJob, report: Report, onTrials: FitEditionOptions['onTrials']) {
    const read = await this.#read(job)
    const findings = this.settings.allowUnverified ? downgradeUnverified(read.findings) : read.findings
    const selected = hasErrors(findings) ? undefined : await this.#select(read, job)
    if (!selected) {
      const place = placeOfFile(this.workspace, job.brief.path)
      report(
        'changed-meanwhile',
        place,
        `\`${job.brief.name}\` was changed while it was printed`,
        'build again',
      )
      return undefined
    }
    const recipient = job.recipient && unpackRecipient(job.recipient)
    return printEditionPdf(selected, recipient, this.resources, this.workspace, report, onTrials)
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
