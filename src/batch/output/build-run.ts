import { deserializeDiagnostic, Findings, UniqueFindings } from '../../diagnostics/index.js'
import type { BuildOptions } from '../plan/build-options.js'
import { canBePrinted } from '../plan/can-be-printed.js'
import type { BuildPlan } from '../plan/plan-build.js'
import {
  editionName,
  type PlannedEdition,
  type PlannedOutput,
  plannedEditions,
} from '../plan/planned-edition.js'
import { isInShard } from '../plan/shard.js'
import { packRecipient } from '../print/packed-recipient.js'
import { reportPrintFailure } from '../print/print-failure.js'
import type { Printer, PrintResult } from '../print/print-job.js'
import { nameInLanguage, OUTPUT_FORMATS, outputFile } from '../record/edition-name.js'
import { factsOfFormat, type PrintedFacts } from '../record/manifest-entry.js'
import { hearEvents } from '../workspace/clock.js'
import { isUpToDate } from './is-up-to-date.js'
import type { OutputFolder } from './output-folder.js'
import { Tallies } from './tally.js'

/** An edition, and what of it is to be printed. */
export interface StaleEdition {
  readonly edition: PlannedEdition
  readonly outputs: readonly PlannedOutput[]
}

/** One build over its output folder: what is unchanged stays, the older files of what cannot be printed are removed or kept as outdated, the rest is printed. */
export class BuildRun {
  readonly tallies: Tallies
  readonly found = new UniqueFindings()
  /** The files of the whole plan, those of other shards with them; of PNGs, the first page. */
  readonly planned = new Set<string>()
  /** Those of this shard that stand, all pages of PNGs, by the places of their editions in the plan. */
  readonly #standing: string[][] = []

  constructor(
    readonly plan: BuildPlan,
    readonly folder: OutputFolder,
    readonly options: BuildOptions,
  ) {
    this.tallies = new Tallies(plan.workspace, plan.merge !== undefined)
  }

  /** The files that stand, in the order of the plan. */
  get standing(): string[] {
    return this.#standing.flat()
  }

  get isInterrupted(): boolean {
    return this.options.signal?.aborted === true
  }

  /** Goes through the plan for what is to be printed. */
  async *stale(): AsyncGenerator<StaleEdition> {
    const { shard, force } = this.options
    for await (const edition of plannedEditions(this.plan)) {
      await hearEvents()
      if (this.isInterrupted) return
      for (const { file } of edition.outputs) this.planned.add(file)
      if (shard && !isInShard(edition.path, shard)) {
        for (const { file } of edition.outputs) this.folder.leaveToOtherShards(file)
        continue
      }
      this.tallies.register(edition)
      if (!this.#canBePrinted(edition)) {
        await this.#fail(edition)
        continue
      }
      const isStale = (output: PlannedOutput) => force || !isUpToDate(edition, output, this.folder, this.plan)
      const outputs = edition.outputs.filter(isStale)
      if (outputs.length > 0) yield { edition, outputs }
      else this.#stand(edition, outputs)
    }
  }

  /** Prints an edition; whatever goes wrong with it is a finding, and nothing but this edition's. */
  async print({ edition, outputs }: StaleEdition, printer: Printer): Promise<void> {
    if (this.isInterrupted) return
    this.#showProgress(edition)
    const { printed, findings, trials } = await this.#printWith(printer, edition, outputs)
    if (trials.length > 0) this.options.onTrials?.(editionName(edition), trials)
    if (this.isInterrupted && !printed) return
    this.found.add(findings.map(deserializeDiagnostic))
    if (!printed) return this.#fail(edition)
    const { brief_sha256 } = printed
    const name = editionName(edition)
    for (const { format, files, findings: own, ...made } of printed.outputs) {
      const entry = { ...name, brief_sha256, findings: this.plan.sealed.seal(edition, own), ...made }
      if (!(await this.folder.addAll({ ...name, format }, files, entry))) return this.#fail(edition)
    }
    this.#stand(edition, outputs)
  }

  /** After an interrupt: what the plan has and the folder does not is to be in the manifest as missing. */
  async noteWhatIsMissing(): Promise<void> {
    for await (const { outputs } of plannedEditions(this.plan))
      for (const { file } of outputs)
        if (!this.folder.record.has(file)) this.folder.record.setMissing(file, true)
  }

  async #printWith(
    printer: Printer,
    planned: PlannedEdition,
    outputs: readonly PlannedOutput[],
  ): Promise<PrintResult> {
    const { recipient } = planned
    const { brief, inputsHash, inputs } = planned.brief
    const { audience, lang } = planned.audience
    const { settings, whole } = this.plan
    const job = {
      settings,
      brief,
      inputsHash,
      audience,
      lang,
      formats: outputs.map(({ format }) => format),
      whole,
      recipient: recipient && packRecipient(recipient),
      traceFit: this.options.onTrials !== undefined,
    }
    try {
      return await printer.print(job, inputs)
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

  /** An edition is there in all its formats, of which some were printed now; the others stand from earlier builds. */
  #stand(edition: PlannedEdition, printed: readonly PlannedOutput[]): void {
    const files = edition.outputs.flatMap(({ file }) => this.folder.filesOf(file))
    for (const output of edition.outputs) if (!printed.includes(output)) this.#keep(edition, output)
    this.#standing[edition.index] = files
    this.tallies.count(edition, printed.length > 0 ? 'printed' : 'cached', this.#factsOf(edition))
  }

  #keep(edition: PlannedEdition, { file }: PlannedOutput): void {
    for (const each of this.folder.filesOf(file)) this.folder.keep(each)
    const findings = this.plan.sealed.open(edition, this.folder.record.get(file)?.findings ?? '')
    this.found.add(findings?.map(deserializeDiagnostic) ?? [])
  }

  /** What is to be said of an edition: what its first format comes to, which is the PDF if it has one. */
  #factsOf({ outputs }: PlannedEdition): PrintedFacts | undefined {
    const [first] = outputs
    const facts = first && this.folder.record.get(first.file)?.facts
    return facts && factsOfFormat(first.format, facts)
  }

  async #fail(edition: PlannedEdition): Promise<void> {
    this.tallies.count(edition, 'failed')
    const isWithheld = edition.brief.withheld.includes(edition.audience.audience)
    const keep = this.options.keepOutdated === true && !isWithheld
    const name = editionName(edition)
    const planned = new Set(edition.outputs.map(({ format }) => format))
    for (const format of OUTPUT_FORMATS)
      await this.folder.failFormat(outputFile({ ...name, format }), keep, planned.has(format))
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
