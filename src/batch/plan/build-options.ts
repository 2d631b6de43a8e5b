import type { EditionFormat } from '../../edition/index.js'
import type { FitTrial } from '../../fit/index.js'
import type { EditionName } from '../record/edition-name.js'
import type { Shard } from './shard.js'

export interface BuildOptions {
  /** The workspace; a folder that exists. */
  readonly cwd: string
  /** Paths of briefs; all of `briefs/` if none. */
  readonly briefs: readonly string[]
  /** Names of audiences that the workspace has; those that each brief lists if none. */
  readonly audiences: readonly string[]
  /** The folder to print to, relative to the workspace. */
  readonly out: string
  /** Paper, where it is not to be that of the templates. */
  readonly paper?: 'a4' | 'letter' | undefined
  /** A theme that the workspace or the package has, where it is not to be that of the house, the templates and the briefs. */
  readonly theme?: string | undefined
  /** Languages (BCP 47) to print every edition in, each a file of its own; those of the house and the briefs if none. Not in a mail merge, whose rows ask for theirs. */
  readonly languages?: readonly string[] | undefined
  /** What to print every edition as; what its template and the house say if none. */
  readonly formats?: readonly EditionFormat[] | undefined
  /** Print twins that flow with all that their audience may see, whatever is left out on pages to keep their limit. */
  readonly whole?: boolean | undefined
  /** Print quotations that are not proved, marked as such. */
  readonly allowUnverified?: boolean | undefined
  /** The data of a mail merge: a file of recipients, each of whom gets editions of their own. */
  readonly data?: string | undefined
  /** Print only this part of the plan. */
  readonly shard?: Shard | undefined
  /** Print what stands unchanged, too. */
  readonly force?: boolean | undefined
  /** Keep the older files of an edition that fails, instead of removing them. */
  readonly keepOutdated?: boolean | undefined
  /** Remove files of earlier builds that are no longer in the plan. */
  readonly prune?: boolean | undefined
  /** Write a report of the build, as one HTML file, here; relative to the workspace. */
  readonly report?: string | undefined
  /** How many threads print; this one by itself for 1. */
  readonly jobs?: number | undefined
  /** What the environment has as SOURCE_DATE_EPOCH. */
  readonly sourceDateEpoch?: string | undefined
  /** Ends the build where it is: what stands is recorded. */
  readonly signal?: AbortSignal | undefined
  /** Receives the layouts that were tried for each edition that is printed now, or fails to be. */
  readonly onTrials?: ((edition: EditionName, trials: readonly FitTrial[]) => void) | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /** Another build has the output folder; this one waits for it. */
  readonly onWait?: ((holder: { readonly pid: number; readonly host: string }) => void) | undefined
}

/** How far a build is. */
export interface Progress {
  /** Editions that are done, of `total`; `printed` of them were printed now. */
  readonly done: number
  readonly printed: number
  readonly total: number
  /** What is being printed, such as `dam/press`. */
  readonly current: string
}

/** What holds for all editions of a build: plain data, as it goes to other threads. */
export interface PrintSettings {
  /** Changes with what all editions are set with: templates, themes, locales and fonts. */
  readonly resources: string
  /** The workspace; absolute. */
  readonly root: string
  readonly paper: 'a4' | 'letter' | undefined
  readonly theme: string | undefined
  /** The date of all documents, in milliseconds since 1970; what each brief holds for if left out. */
  readonly created: number | undefined
  readonly allowUnverified: boolean
}
