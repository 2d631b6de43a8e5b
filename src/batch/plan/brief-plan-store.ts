import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report, SerializedDiagnostic } from '../../diagnostics/index.js'
import { sha256 } from '../../diagnostics/index.js'
import { checkedLine, checkedLines } from '../record/checked-lines.js'
import type { InputHashes } from '../record/input-hashes.js'
import type { InputSecrets } from '../record/input-secrets.js'
import { seal, unseal } from '../record/seal.js'
import type { BriefFile } from '../workspace/find-briefs.js'
import { packageVersion } from '../workspace/package.js'
import { displayPath } from '../workspace/workspace.js'
import { writeAtomically } from '../workspace/write-file.js'
import type { BriefPlan } from './brief-plan.js'
import type { PlanRequest } from './brief-planner.js'

interface StoredPlan {
  /** Hash over what was asked, and of whom. */
  readonly request: string
  /** A `SealedPlan`, for those who have the brief. */
  readonly plan: string
}

/** The findings quote sources, too: they are for those who have all that the plan was made from. */
type SealedPlan = Omit<BriefPlan, 'brief' | 'findings'> & { readonly findings: string }

/** Keeps the plans of briefs for the next build: one is good as long as nothing that it was made from has changed. */
export class BriefPlanStore {
  readonly #request: string

  constructor(
    readonly folder: string,
    request: PlanRequest,
    readonly hashes: InputHashes,
    readonly secrets: InputSecrets,
  ) {
    this.#request = JSON.stringify([packageVersion(), request])
  }

  /** The plan of a brief, if one is there that holds. */
  get(brief: BriefFile): BriefPlan | undefined {
    const stored = readStoredPlan(this.#pathOf(brief))
    if (stored?.request !== this.#requestFor(brief)) return undefined
    const plan = unseal(stored.plan, this.#secretOf(brief)) as SealedPlan | undefined
    if (!plan || this.hashes.ofAll(plan.inputs) !== plan.inputsHash) return undefined
    const findings =
      plan.findings === ''
        ? []
        : (unseal(plan.findings, this.secrets.of(plan.inputs)) as Findings | undefined)
    return findings && { ...plan, brief, findings }
  }

  /** Where there are errors all is read anew each time: what it depends on is not known to the end. */
  async put({ brief, ...plan }: BriefPlan, report: Report): Promise<void> {
    if (plan.failed || plan.editions.some(({ broken }) => broken)) return
    const findings = plan.findings.length === 0 ? '' : seal(plan.findings, this.secrets.of(plan.inputs))
    const sealed = seal({ ...plan, findings } satisfies SealedPlan, this.#secretOf(brief))
    const stored: StoredPlan = { request: this.#requestFor(brief), plan: sealed }
    await writeAtomically(this.hashes.workspace, this.#pathOf(brief), checkedLine(stored), report)
  }

  #pathOf({ name }: BriefFile): string {
    return join(this.folder, `${name}.json`)
  }

  #requestFor({ path }: BriefFile): string {
    return sha256(`${this.#request} ${displayPath(this.hashes.workspace, path)}`)
  }

  #secretOf({ path }: BriefFile): Buffer {
    return this.secrets.of([`file:${displayPath(this.hashes.workspace, path)}`])
  }
}

type Findings = readonly SerializedDiagnostic[]

function readStoredPlan(path: string): StoredPlan | undefined {
  try {
    const stored = checkedLines(readFileSync(path, 'utf8')).next().value as StoredPlan | undefined
    return typeof stored?.plan === 'string' ? stored : undefined
  } catch {
    return undefined
  }
}
