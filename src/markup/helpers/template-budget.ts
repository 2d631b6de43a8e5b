import type { Place } from '../../diagnostics/index.js'

/**
 * What one run of a template may do, whoever wrote it: it is counted, so that the same template has the same finding on every machine.
 * The largest sample edition takes a hundredth of either.
 */
export const MOST_OPERATIONS = 2_000_000
export const MOST_CHARACTERS = 50_000_000

/** What takes the time of several other operations. */
export const OPERATIONS_OF_A_PARTIAL = 4
export const OPERATIONS_OF_A_DATE = 20

/** Thrown where a template has used up what it may do; reported once, where the run of the template ends. */
export class BudgetExceeded extends Error {
  /** The innermost call that was going on. */
  place: Place | undefined

  constructor(readonly what: 'operations' | 'characters') {
    super(`a template took more ${what} than any may`)
  }
}

/** Counts what a run of a template does. */
export class TemplateBudget {
  #operations = 0
  #characters = 0

  get spent(): { readonly operations: number; readonly characters: number } {
    return { operations: this.#operations, characters: this.#characters }
  }

  /** Calls of helpers and of partials, turns of loops, and items that a helper looks at. */
  operate(count = 1): void {
    this.#operations += count
    if (this.#operations > MOST_OPERATIONS) throw new BudgetExceeded('operations')
  }

  /** Characters that a helper prints. */
  print(count: number): void {
    this.#characters += count
    if (this.#characters > MOST_CHARACTERS) throw new BudgetExceeded('characters')
  }

  /** Runs a block; what was printed in it is counted already. */
  block(run: () => string): string {
    this.operate()
    const before = this.#characters
    const printed = run()
    this.print(Math.max(0, printed.length - (this.#characters - before)))
    return printed
  }
}
