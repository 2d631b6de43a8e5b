import type { Report } from '../../diagnostics/index.js'
import { readRecipients } from '../recipients/read-recipients.js'
import type { Recipient } from '../recipients/recipient.js'
import { signatureOf, type Workspace } from '../workspace.js'

/** What rows ask for that are alike to a plan. */
export interface Wish {
  /** None: all. */
  readonly audiences: readonly string[]
  readonly lang: string | undefined
}

/** The data of a mail merge, read once to know what it asks for, and again for each brief. */
export class MailMerge {
  private constructor(
    readonly path: string,
    readonly workspace: Workspace,
    readonly audiences: readonly string[],
    /** How many rows ask for the same. */
    readonly wishes: readonly (Wish & { readonly rows: number })[],
    readonly signature: string | undefined,
  ) {}

  /** `audiences` are those that the workspace has; every row that is wrong is reported, and left out from then on. */
  static async open(
    path: string,
    workspace: Workspace,
    audiences: readonly string[],
    report: Report,
  ): Promise<MailMerge> {
    const signature = signatureOf(path)
    const wishes = new Map<string, Wish & { rows: number }>()
    for await (const { audiences: asked, lang } of readRecipients(path, workspace, audiences, report)) {
      const key = JSON.stringify([asked, lang])
      const wish = wishes.get(key) ?? { audiences: asked, lang, rows: 0 }
      wish.rows++
      wishes.set(key, wish)
    }
    return new MailMerge(path, workspace, audiences, [...wishes.values()], signature)
  }

  /** Whether the file is another than when it was first read. */
  get isChanged(): boolean {
    return signatureOf(this.path) !== this.signature
  }

  /** In the order of the data, as they were found to be right. */
  recipients(): AsyncGenerator<Recipient> {
    return readRecipients(this.path, this.workspace, this.audiences, () => {})
  }
}
