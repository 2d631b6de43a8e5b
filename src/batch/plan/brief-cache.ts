import type { Diagnostic } from '../../diagnostics/index.js'
import { Findings } from '../../diagnostics/index.js'
import type { Edition, EditionReader } from '../../edition/index.js'
import type { SelectionHashes } from '../record/edition-key.js'
import type { AudienceStore } from '../workspace/audience-store.js'
import type { BriefFile } from '../workspace/find-briefs.js'
import type { ProvedBrief } from '../workspace/read-brief.js'
import type { EditionRequest } from './edition-request.js'

/** A brief as it was read and proved, and the editions that were selected from it. */
export interface CachedBrief {
  /** Undefined if the brief itself has errors. */
  readonly source: ProvedBrief | undefined
  readonly findings: readonly Diagnostic[]
  /** By audience and language. */
  readonly selected: Map<string, SelectedEdition>
}

/** What an audience sees of a brief, before it is addressed to anybody. */
export interface SelectedEdition {
  readonly request: EditionRequest
  /** Undefined if the audience may see nothing. */
  readonly edition: Edition | undefined
  readonly findings: Findings
  readonly hashes: SelectionHashes | undefined
}

/**
 * Shares proved briefs and their selected editions between planning and printing in one thread: each brief is proved
 * once, and each edition selected once. Of a large batch only some briefs are kept, as they are printed one after another.
 */
export class BriefCache {
  readonly #briefs = new Map<string, CachedBrief>()
  #characters = 0

  constructor(readonly maxBriefs = MAX_CACHED_BRIEFS) {}

  clear(): void {
    this.#briefs.clear()
    this.#characters = 0
  }

  get(key: string): CachedBrief | undefined {
    return this.#briefs.get(key)
  }

  /** Keeps a brief that was planned, while there is room: printing begins with the first that were planned. */
  offer(key: string, brief: CachedBrief): void {
    if (this.#briefs.size < this.maxBriefs && this.#characters + charactersOf(brief) <= MAX_CACHED_CHARACTERS)
      this.#set(key, brief)
  }

  /** Keeps a brief that is being printed, in the place of those that were kept before if there is no room. */
  keep(key: string, brief: CachedBrief): void {
    this.#set(key, brief)
    for (const oldest of this.#briefs.keys()) {
      const isFull = this.#briefs.size > this.maxBriefs || this.#characters > MAX_CACHED_CHARACTERS
      if (!isFull || oldest === key) return
      this.#delete(oldest)
    }
  }

  /** Reads a brief and proves its quotations. */
  async read(file: BriefFile, audiences: AudienceStore): Promise<CachedBrief> {
    const { readBrief } = await import('../workspace/read-brief.js')
    const findings = new Findings()
    const source = await readBrief(file, audiences.known, audiences.workspace, findings.report)
    return { source, findings: findings.all, selected: new Map() }
  }

  /** What was selected for an audience, if it was. */
  selectedFor(
    { selected }: CachedBrief,
    audience: string,
    { lang }: EditionReader,
  ): SelectedEdition | undefined {
    return selected.get(selectionKey(audience, lang))
  }

  /** Selects what an audience sees, unless that was done before. */
  async select(brief: CachedBrief, request: EditionRequest): Promise<SelectedEdition> {
    const { audience, reader } = request
    const key = selectionKey(audience.name, reader.lang)
    const known = brief.selected.get(key) ?? (await this.selectAnew(request))
    brief.selected.set(key, known)
    return known
  }

  protected async selectAnew(request: EditionRequest): Promise<SelectedEdition> {
    const [{ selectEdition }, { hashSelection }] = await Promise.all([
      import('../../edition/index.js'),
      import('./selection-hash.js'),
    ])
    const { source, audience, reader } = request
    const findings = new Findings()
    const unaddressed = { ...reader, recipient: undefined }
    const { brief, evidence } = source
    const edition = selectEdition(brief, evidence, audience, findings.report, new Set(), unaddressed)
    return { request, edition, findings, hashes: edition && hashSelection(edition, request) }
  }

  #set(key: string, brief: CachedBrief): void {
    this.#delete(key)
    this.#briefs.set(key, brief)
    this.#characters += charactersOf(brief)
  }

  #delete(key: string): void {
    const brief = this.#briefs.get(key)
    if (!brief) return
    this.#characters -= charactersOf(brief)
    this.#briefs.delete(key)
  }
}

/** The key of a brief that is kept: it changes with all that decides what is selected from it. */
export function briefCacheKey(
  { path }: BriefFile,
  inputsHash: string,
  {
    paper,
    theme,
    created,
  }: {
    readonly paper: string | undefined
    readonly theme: string | undefined
    readonly created: number | undefined
  },
): string {
  return JSON.stringify([path, inputsHash, paper, theme, created])
}

const selectionKey = (audience: string, lang: string | undefined) => JSON.stringify([audience, lang])

/** Of a brief and of the sources that it is proved against. */
function charactersOf({ source }: CachedBrief): number {
  if (!source) return 0
  const texts = [source.brief.file, ...[...source.texts.values()].map(({ file }) => file)]
  return texts.reduce((sum, { text }) => sum + text.length, 0)
}

/** A brief takes about ten times the memory of its text: together some 40 megabytes. */
export const MAX_CACHED_BRIEFS = 256
const MAX_CACHED_CHARACTERS = 4_000_000
