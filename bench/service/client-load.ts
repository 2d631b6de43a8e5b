import { briefYaml } from '../briefs.js'

export const REQUEST_KINDS = [
  'an edition asked for before',
  'the same with its tag',
  'a new edition',
  'a check',
  'a probe of health',
] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

/** What came of the requests of a kind. */
export class LoadRow {
  readonly #ms: number[] = []
  /** Answered by 429, and asked again after the seconds of `Retry-After`. */
  refused = 0
  failed = 0

  get answered(): number {
    return this.#ms.length
  }

  add(ms: number): void {
    this.#ms.push(ms)
  }

  /** Milliseconds that so large a share of the answers took at most. */
  percentile(share: number): number {
    const sorted = this.#ms.toSorted((a, b) => a - b)
    return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
  }
}

/** Editions that are asked for again and again. */
const KNOWN = 20
/** What each client asks for, in turn. */
const TURNS: readonly RequestKind[] = [
  'an edition asked for before',
  'a new edition',
  'an edition asked for before',
  'an edition asked for before',
  'a check',
  'the same with its tag',
  'an edition asked for before',
  'a new edition',
  'a probe of health',
  'an edition asked for before',
]

/** Clients that ask a service without a pause. */
export class ClientLoad {
  readonly #rows = new Map(REQUEST_KINDS.map(kind => [kind, new LoadRow()]))
  readonly #known = Array.from({ length: KNOWN }, (_, number) => requestFor(number))
  readonly #tags: string[] = []
  #next = KNOWN

  constructor(private readonly url: string) {}

  /** Has what is known printed, so that threads and fonts are there. */
  async warmUp(): Promise<void> {
    for (const body of this.#known) {
      const response = await this.#post('/v1/render', body)
      if (response.status !== 200) throw new Error(await response.text())
      await response.arrayBuffer()
      this.#tags.push(response.headers.get('etag') ?? '')
    }
  }

  async run(clients: number, ms: number): Promise<ReadonlyMap<RequestKind, LoadRow>> {
    const end = performance.now() + ms
    await Promise.all(Array.from({ length: clients }, (_, index) => this.#client(index, end)))
    return this.#rows
  }

  async #client(index: number, end: number): Promise<void> {
    for (let turn = index; performance.now() < end; turn++) {
      const kind = TURNS[turn % TURNS.length] ?? TURNS[0]
      const row = kind && this.#rows.get(kind)
      if (!kind || !row) throw new Error('no kind')
      const started = performance.now()
      const response = await this.#ask(kind, (turn * 7 + index) % KNOWN)
      await response.arrayBuffer()
      const { status } = response
      if (status === 429) {
        row.refused += 1
        await new Promise(resolve => setTimeout(resolve, 1000 * Number(response.headers.get('retry-after'))))
      } else if (status === (kind === 'the same with its tag' ? 304 : 200))
        row.add(performance.now() - started)
      else row.failed += 1
    }
  }

  #ask(kind: RequestKind, known: number): Promise<Response> {
    const body = this.#known[known] ?? {}
    if (kind === 'a probe of health') return fetch(`${this.url}/healthz`)
    if (kind === 'a new edition') return this.#post('/v1/render', requestFor(this.#next++))
    if (kind === 'a check') return this.#post('/v1/check', { brief: briefYaml(known) })
    const tag = this.#tags[known] ?? ''
    return this.#post(
      '/v1/render',
      body,
      kind === 'an edition asked for before' ? {} : { 'If-None-Match': tag },
    )
  }

  #post(path: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  }
}

/** An edition of four pages, other words for each number. */
const requestFor = (number: number) => ({ brief: briefYaml(number), audience: 'analyst' })
