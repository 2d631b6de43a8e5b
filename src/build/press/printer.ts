import { type Diagnostic, Findings, hasErrors, packDiagnostic, type Report } from '../../diagnostics/index.js'
import { AudienceShelf } from '../audiences.js'
import type { BriefFile } from '../find-briefs.js'
import { placeOf } from '../place-of.js'
import { type Order, ordersFor } from '../plan/orders.js'
import { type ProvedBrief, readBrief } from '../read-brief.js'
import { tolerateUnproved } from '../tolerate-unproved.js'
import { openWorkspace, type Workspace } from '../workspace.js'
import type { Job, Outcome, PressSettings } from './job.js'
import { printEdition } from './print-edition.js'
import { unpackRow } from './recipient-row.js'
import { type Resources, readResources } from './resources.js'

/** Prints editions in this thread; fonts are opened once, and a brief is read once for all its editions. */
export class Printer {
  readonly #briefs = new Map<string, Promise<Read>>()

  private constructor(
    readonly settings: PressSettings,
    readonly workspace: Workspace,
    readonly shelf: AudienceShelf,
    readonly resources: Resources,
    /** What is wrong with what all editions are set with. */
    readonly faults: Findings,
  ) {}

  static async open(settings: PressSettings): Promise<Printer> {
    const faults = new Findings()
    const workspace = await openWorkspace(settings.root)
    const shelf = await AudienceShelf.open(workspace, () => {})
    const resources = await readResources(workspace, faults.report)
    return new Printer(settings, workspace, shelf, resources, faults)
  }

  /** Nothing is printed in another font than the one meant: what is wrong with a font stops every edition. */
  async print(job: Job): Promise<Outcome> {
    const findings = new Findings()
    this.faults.passOn(findings.report)
    const printed = findings.failed ? undefined : await this.#print(job, findings.report)
    return { printed: findings.failed ? undefined : printed, findings: findings.all.map(packDiagnostic) }
  }

  async #print(job: Job, report: Report) {
    const { source, findings } = await this.#read(job)
    const order = source && (await this.#orderOf(job, source))
    if (!order || hasErrors(findings)) {
      const place = placeOf(this.workspace, job.brief.path)
      report(
        'changed-meanwhile',
        place,
        `\`${job.brief.name}\` was changed while it was printed`,
        'build again',
      )
      return undefined
    }
    return printEdition(order, this.resources, this.workspace, report)
  }

  async #orderOf(job: Job, source: ProvedBrief): Promise<Order | undefined> {
    const wishes = { ...this.settings, audiences: [job.audience] }
    const [order] = await ordersFor(source, this.shelf, wishes, () => {})
    const reader = { lang: job.lang, recipient: job.recipient && unpackRow(job.recipient) }
    return order && { ...order, reader }
  }

  #read({ brief, stamp }: Job): Promise<Read> {
    const key = `${brief.path} ${stamp}`
    const known = this.#briefs.get(key) ?? this.#readAnew(brief)
    this.#briefs.delete(key)
    this.#briefs.set(key, known)
    const [oldest] = this.#briefs.keys()
    if (this.#briefs.size > REMEMBERED_BRIEFS && oldest !== undefined) this.#briefs.delete(oldest)
    return known
  }

  async #readAnew(file: BriefFile): Promise<Read> {
    const findings = new Findings()
    const source = await readBrief(file, this.shelf.names, this.workspace, findings.report)
    const { all } = findings
    return { source, findings: this.settings.allowUnverified ? tolerateUnproved(all) : all }
  }
}

interface Read {
  readonly source: ProvedBrief | undefined
  readonly findings: readonly Diagnostic[]
}

/** Editions come brief by brief, so that few briefs are needed at a time. */
const REMEMBERED_BRIEFS = 4
