import type { Report } from '../../diagnostics/index.js'
import { readRecipients } from '../recipients/read-recipients.js'
import type { Recipient } from '../recipients/recipient.js'
import { fileSignature, type Workspace } from '../workspace/workspace.js'

/** What rows ask for that are alike to a plan. */
export interface EditionFilter {
  /** None: all. */
  readonly audiences: readonly string[]
  readonly lang: string | undefined
}

/** The data of a mail merge, read once to know what it asks for, and again for each brief unless it is short. */
export class MailMerge {
  private constructor(
    readonly path: string,
    readonly workspace: Workspace,
    readonly audiences: readonly string[],
    /** All columns of the data, sorted. */
    readonly columns: readonly string[],
    /** How many rows ask for the same. */
    readonly filters: readonly (EditionFilter & { readonly rows: number })[],
    /** Of the file: as reading it the first time began, and as it ended. */
    private readonly signatures: readonly (string | undefined)[],
    /** All recipients, if they are few. */
    private readonly few: readonly Recipient[] | undefined,
  ) {}

  /** `audiences` are those that the workspace has; every row that is wrong is reported, and left out from then on. */
  static async open(
    path: string,
    workspace: Workspace,
    audiences: readonly string[],
    report: Report,
  ): Promise<MailMerge> {
    const before = fileSignature(path)
    const filters = new Map<string, EditionFilter & { rows: number }>()
    const first: Recipient[] = []
    const columns = new Set<string>()
    let rows = 0
    for await (const recipient of readRecipients(path, workspace, audiences, report)) {
      if (workspace.signal?.aborted) break
      if (++rows <= MAX_ROWS_IN_MEMORY) first.push(recipient)
      const { audiences: asked, lang } = recipient
      for (const column of Object.keys(recipient.fields)) columns.add(column)
      const key = JSON.stringify([asked, lang])
      const filter = filters.get(key) ?? { audiences: asked, lang, rows: 0 }
      filter.rows++
      filters.set(key, filter)
    }
    const few = rows <= MAX_ROWS_IN_MEMORY ? first : undefined
    return new MailMerge(
      path,
      workspace,
      audiences,
      [...columns].sort(),
      [...filters.values()],
      [before, fileSignature(path)],
      few,
    )
  }

  /** Whether the file was another while it was still read. */
  get isChanged(): boolean {
    const [before, after] = this.signatures
    return before !== (this.few ? after : fileSignature(this.path))
  }

  /** In the order of the data, as they were found to be right. */
  recipients(): Iterable<Recipient> | AsyncIterable<Recipient> {
    return this.few ?? readRecipients(this.path, this.workspace, this.audiences, () => {})
  }
}

/** Rows that take less memory than reading them again takes time. */
const MAX_ROWS_IN_MEMORY = 1000
