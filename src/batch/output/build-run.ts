import { deserializeDiagnostic, Findings, UniqueFindings } from '../../diagnostics/index.js'
import type { BuildOptions } from '../plan/build-options.js'
import { canBePrinted } from '../plan/can-be-printed.js'
import type { BuildPlan } from '../plan/plan-build.js'
import { editionName, type PlannedEdition, plannedEditions } from '../plan/planned-edition.js'
import { isInShard } from '../plan/shard.js'
import { packRecipient } from '../print/packed-recipient.js'
import { reportPrintFailure } from '../print/print-failure.js'
import type { Printer, PrintResult } from '../print/print-job.js'
import { nameInLanguage } from '../record/edition-name.js'
import { hearEvents } from '../workspace/clock.js'
import { isUpToDate } from './is-up-to-date.js'
import type { OutputFolder } from './output-folder.js'
import { Tallies } from './tally.js'

/** One build over its output folder: what is unchanged stays, the older PDFs of what cannot be printed are removed or kept as outdated, the rest is printed. */
export class BuildRun {
  readonly tallies: Tallies
  readonly found = new UniqueFindings()
  /** The PDFs of the whole plan, those of other shards with them. */
  readonly planned = new Set<string>()
  /** Those of this shard that stand, by their places in the plan. */
  readonly #standing: string[] = []

  constructor(
    readonly plan: BuildPlan,
    readonly folder: OutputFolder,
    readonly options: BuildOptions,
  ) {
    this.tallies = new Tallies(plan.workspace, plan.merge !== undefined)
  }

  /** The PDFs that stand, in the order of the plan. */
  get standing(): string[] {
    return this.#standing.filter(file => file !== undefined)
  }

  get isInterrupted(): boolean {
    return this.options.signal?.aborted === true
  }

  /** Goes through the plan for what is to be printed. */
  async *stale(): AsyncGenerator<PlannedEdition> {
    const { shard, force } = this.options
    const { briefs, merge } = this.plan
    for await (const edition of plannedEditions(briefs, merge)) {
      await hearEvents()
      if (this.isInterrupted) return
      this.planned.add(edition.file)
      if (shard && !isInShard(edition.file, shard)) {
        this.folder.leaveToOtherShards(edition.file)
        continue
      }
      this.tallies.register(edition)
      if (!this.#canBePrinted(edition)) await this.#fail(edition)
      else if (!force && isUpToDate(edition, this.folder, this.plan)) this.#keep(edition)
      else yield edition
    }
  }

  /** Prints an edition; whatever goes wrong with it is a finding, and nothing but this edition's. */
  async print(edition: PlannedEdition, printer: Printer): Promise<void> {
    if (this.isInterrupted) return
    this.#showProgress(edition)
    const { printed, findings, trials } = await this.#printWith(printer, edition)
    if (trials.length > 0) this.options.onTrials?.(editionName(edition), trials)
    if (this.isInterrupted && !printed) return
    this.found.add(findings.map(deserializeDiagnostic))
    if (!printed) return this.#fail(edition)
    const { pdf, facts, ...made } = printed
    const { file } = edition
    const name = editionName(edition)
    const sealed = this.plan.sealed.seal(edition, findings)
    if (!(await this.folder.add(file, pdf, { ...name, facts, findings: sealed, ...made })))
      return this.#fail(edition)
    this.#standing[edition.index] = file
    this.tallies.count(edition, 'printed', facts)
  }

  /** After an interrupt: what the plan has and the folder does not is to be in the manifest as missing. */
  async noteWhatIsMissing(): Promise<void> {
    const { briefs, merge } = this.plan
    for await (const { file } of plannedEditions(briefs, merge))
      if (!this.folder.record.has(file)) this.folder.record.setMissing(file, true)
  }

  async #printWith(printer: Printer, planned: PlannedEdition): Promise<PrintResult> {
    const { recipient } = planned
    const { brief, inputsHash } = planned.brief
    const { audience, lang } = planned.audience
    const { settings } = this.plan
    const job = {
      settings,
      brief,
      inputsHash,
      audience,
      lang,
      recipient: recipient && packRecipient(recipient),
      traceFit: this.options.onTrials !== undefined,
    }
    try {
      return await printer.print(job)
    } catch (error) {
      return reportPrintFailure(error, { audience, recipient }, brief, this.plan.workspace)
    }
  }

  #canBePrinted(edition: PlannedEdition): boolean {
    const findings = new Findings()
    const can = canBePrinted(edition, findings.report)
    this.found.add(findings.all)
    return can
  }

  #keep(edition: PlannedEdition): void {
    const entry = this.folder.keep(edition.file)
    const findings = entry && this.plan.sealed.open(edition, entry.findings)
    this.found.add(findings?.map(deserializeDiagnostic) ?? [])
    this.#standing[edition.index] = edition.file
    this.tallies.count(edition, 'cached', entry?.facts)
  }

  async #fail(edition: PlannedEdition): Promise<void> {
    this.tallies.count(edition, 'failed')
    const isWithheld = edition.brief.withheld.includes(edition.audience.audience)
    await this.folder.fail(edition.file, this.options.keepOutdated === true && !isWithheld)
  }

  #showProgress({ brief, audience, recipient }: PlannedEdition): void {
    const { done, printed } = this.tallies
    const { total } = this.plan
    const share = Math.max(done, Math.round(total / (this.options.shard?.of ?? 1)))
    const current = [
      brief.brief.name,
      nameInLanguage(editionName({ brief, audience, recipient })),
      recipient?.id,
    ]
      .filter(Boolean)
      .join(', ')
    this.options.onProgress?.({ done, printed, total: share, current })
  }
}
