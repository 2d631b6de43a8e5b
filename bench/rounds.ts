/** A figure taken several times. */
export interface Figure {
  readonly median: number
  readonly least: number
  readonly most: number
}

/** What a piece of work costs, in milliseconds. */
export interface Cost {
  /** User and system time of all threads of the process. */
  readonly cpu: number
  readonly wall: number
}

/** What a program costs, and how often it costs what others do: the CPU time of a round against theirs in the same round. */
export interface Comparison {
  readonly name: string
  readonly cpu: Figure
  readonly wall: Figure
  readonly against: Readonly<Record<string, Figure>>
}

/** Takes a figure of each in turn, round after round, so that what else the machine does falls on all alike. */
export async function inRounds(
  measures: readonly (() => number | Promise<number>)[],
  rounds: number,
): Promise<Figure[]> {
  return (await takeRounds(measures, rounds)).map(figureOf)
}

/** Takes the costs of programs in turn, round after round, and compares each with all others. */
export async function compareInRounds(
  programs: readonly { readonly name: string; measure(): Cost | Promise<Cost> }[],
  rounds: number,
): Promise<Comparison[]> {
  const taken = await takeRounds(
    programs.map(program => () => program.measure()),
    rounds,
  )
  return compare(programs.map(({ name }, index) => ({ name, costs: taken[index] ?? [] })))
}

/** Compares programs whose costs were taken in the same rounds. */
export function compare(
  taken: readonly { readonly name: string; readonly costs: readonly Cost[] }[],
): Comparison[] {
  return taken.map(({ name, costs }) => ({
    name,
    cpu: figureOf(costs.map(({ cpu }) => cpu)),
    wall: figureOf(costs.map(({ wall }) => wall)),
    against: Object.fromEntries(
      taken
        .filter(other => other.name !== name)
        .map(other => [other.name, figureOf(ratios(costs, other.costs))]),
    ),
  }))
}

function ratios(costs: readonly Cost[], others: readonly Cost[]): number[] {
  return costs.map(({ cpu }, round) => {
    const other = others[round]
    if (!other) throw new Error('programs that are compared are measured in the same rounds')
    return cpu / other.cpu
  })
}

export function figureOf(values: readonly number[]): Figure {
  const sorted = [...values].sort((a, b) => a - b)
  return { median: sorted[sorted.length >> 1] ?? 0, least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0 }
}

/** What work in this process costs, for each of so many documents. */
export async function costOf(work: () => Promise<unknown>, documents = 1): Promise<Cost> {
  const before = process.cpuUsage()
  const start = performance.now()
  await work()
  const wall = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  return { cpu: (user + system) / 1000 / documents, wall: wall / documents }
}

async function takeRounds<Taken>(
  measures: readonly (() => Taken | Promise<Taken>)[],
  rounds: number,
): Promise<Taken[][]> {
  const taken: Taken[][] = measures.map(() => [])
  for (let round = 0; round < rounds; round++)
    for (const [index, measure] of measures.entries()) taken[index]?.push(await measure())
  return taken
}
