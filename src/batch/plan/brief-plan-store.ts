import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '../../diagnostics/index.js'
import { sha256 } from '../../diagnostics/index.js'
import { checkedLine, checkedLines } from '../record/checked-lines.js'
import type { InputHashes } from '../record/input-hashes.js'
import type { BriefFile } from '../workspace/find-briefs.js'
import { packageVersion } from '../workspace/package.js'
import { writeAtomically } from '../workspace/write-file.js'
import type { BriefPlan } from './brief-plan.js'
import type { PlanRequest } from './brief-planner.js'

interface StoredPlan {
  /** Hash over what was asked, and of whom. */
  readonly request: string
  readonly plan: BriefPlan
}

/** Keeps the plans of briefs for the next build: one is good as long as nothing that it was made from has changed. */
export class BriefPlanStore {
  readonly #request: string

  constructor(
    readonly folder: string,
    request: PlanRequest,
    readonly hashes: InputHashes,
  ) {
    this.#request = JSON.stringify([packageVersion(), request])
  }

  /** The plan of a brief, if one is there that holds. */
  get(brief: BriefFile): BriefPlan | undefined {
    const stored = readStoredPlan(this.#pathOf(brief))
    if (stored?.request !== this.#requestFor(brief)) return undefined
    return this.hashes.ofAll(stored.plan.inputs) === stored.plan.inputsHash ? stored.plan : undefined
  }

  /** Where there are errors all is read anew each time: what it depends on is not known to the end. */
  async put(briefPlan: BriefPlan, report: Report): Promise<void> {
    if (briefPlan.failed || briefPlan.editions.some(({ broken }) => broken)) return
    const stored: StoredPlan = { request: this.#requestFor(briefPlan.brief), plan: briefPlan }
    await writeAtomically(this.hashes.workspace, this.#pathOf(briefPlan.brief), checkedLine(stored), report)
  }

  #pathOf({ name }: BriefFile): string {
    return join(this.folder, `${name}.json`)
  }

  #requestFor({ path }: BriefFile): string {
    return sha256(`${this.#request} ${path}`)
  }
}

function readStoredPlan(path: string): StoredPlan | undefined {
  try {
    return checkedLines(readFileSync(path, 'utf8')).next().value as StoredPlan | undefined
  } catch {
    return undefined
  }
}
