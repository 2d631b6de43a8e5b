import {
  type Diagnostic,
  Findings,
  hasErrors,
  type Report,
  serializeDiagnostic,
} from '../../diagnostics/index.js'
import { downgradeUnverified } from '../plan/downgrade-unverified.js'
import { type EditionRequest, requestEditions } from '../plan/edition-request.js'
import { AudienceShelf } from '../workspace/audience-store.js'
import { placeOfFile } from '../workspace/file-place.js'
import type { BriefFile } from '../workspace/find-briefs.js'
import { type ProvedBrief, readBrief } from '../workspace/read-brief.js'
import { openWorkspace, type Workspace } from '../workspace/workspace.js'
import { unpackRecipient } from './packed-recipient.js'
import { printEditionPdf } from './print-edition.js'
import type { PrintJob, PrintResult, PrintSettings } from './print-job.js'
import { type Resources, readResources } from './resources.js'

/** Prints editions in this thread; fonts are opened once, and a brief is read once for all its editions. */
export class Printer {
  readonly #briefs = new Map<string, Promise<CachedBrief>>()

  private constructor(
    readonly settings: PrintSettings,
    readonly workspace: Workspace,
    readonly shelf: AudienceShelf,
    readonly resources: Resources,
    /** What is wrong with what all editions are set with. */
    readonly resourceFindings: Findings,
  ) {}

  static async open(settings: PrintSettings): Promise<Printer> {
    const faults = new Findings()
    const workspace = await openWorkspace(settings.root)
    const shelf = await AudienceShelf.open(workspace, () => {})
    const resources = await readResources(workspace, faults.report)
    return new Printer(settings, workspace, shelf, resources, faults)
  }

  /** Nothing is printed in another font than the one meant: what is wrong with a font stops every edition. */
  async print(job: PrintJob): Promise<PrintResult> {
    const findings = new Findings()
    this.resourceFindings.passOn(findings.report)
    const printed = findings.failed ? undefined : await this.#print(job, findings.report)
    return { printed: findings.failed ? undefined : printed, findings: findings.all.map(serializeDiagnostic) }
  }

  async #print(job: PrintJob, report: Report) {
    const { source, findings } = await this.#read(job)
    const order = source && (await this.#orderOf(job, source))
    if (!order || hasErrors(findings)) {
      const place = placeOfFile(this.workspace, job.brief.path)
      report(
        'changed-meanwhile',
        place,
        `\`${job.brief.name}\` was changed while it was printed`,
        'build again',
      )
      return undefined
    }
    return printEditionPdf(order, this.resources, this.workspace, report)
  }

  async #orderOf(job: PrintJob, source: ProvedBrief): Promise<EditionRequest | undefined> {
    const wishes = { ...this.settings, audiences: [job.audience] }
    const [order] = await requestEditions(source, this.shelf, wishes, () => {})
    const reader = { lang: job.lang, recipient: job.recipient && unpackRecipient(job.recipient) }
    return order && { ...order, reader }
  }

  #read({ brief, stamp }: PrintJob): Promise<CachedBrief> {
    const key = `${brief.path} ${stamp}`
    const known = this.#briefs.get(key) ?? this.#readAnew(brief)
    this.#briefs.delete(key)
    this.#briefs.set(key, known)
    const [oldest] = this.#briefs.keys()
    if (this.#briefs.size > MAX_CACHED_BRIEFS && oldest !== undefined) this.#briefs.delete(oldest)
    return known
  }

  async #readAnew(file: BriefFile): Promise<CachedBrief> {
    const findings = new Findings()
    const source = await readBrief(file, this.shelf.names, this.workspace, findings.report)
    const { all } = findings
    return { source, findings: this.settings.allowUnverified ? downgradeUnverified(all) : all }
  }
}

interface CachedBrief {
  readonly source: ProvedBrief | undefined
  readonly findings: readonly Diagnostic[]
}

/** Editions come brief by brief, so that few briefs are needed at a time. */
const MAX_CACHED_BRIEFS = 4
