import type { Argv, InferredOptionTypes, Options, PositionalOptions } from 'yargs'
import type { Io } from './io.js'
import { type CommandUsage, UsageError } from './usage-error.js'

/** One command: how it is called, what it says of itself, and what it does. */
export interface CommandDefinition<
  O extends Record<string, Options>,
  P extends Record<string, PositionalOptions>,
> {
  readonly name: string
  /** The positional arguments as yargs writes them: `[briefs..]`. */
  readonly arguments?: string
  /** What it cannot do without: `a name`. */
  readonly needs?: string
  readonly describe: string
  readonly positionals: P
  readonly options: O
  /** What follows the command's name, and what it means. */
  readonly examples: readonly (readonly [call: string, meaning: string])[]
  /** Returns the exit status. Loads the stages that it needs, and no others, when it is called. */
  readonly run: (args: InferredOptionTypes<O & P>, io: Io) => Promise<number>
}

/** A command of whatever arguments, ready to be added to the parser. */
export interface Command extends CommandUsage {
  readonly options: Record<string, Options>
  /** Once the command is recognised, the parser throws a `Call` of it. */
  register(parser: Argv): Argv
}

/** A call of a command, thrown out of the parser: after a handler that returns, yargs lays out a help nobody asked for. */
export class CommandCall {
  constructor(
    /** Carries it out, and returns the exit status. */
    readonly run: (io: Io) => Promise<number>,
  ) {}
}

/** Makes a command from its definition; the types of its arguments follow from its options. */
export function command<O extends Record<string, Options>, P extends Record<string, PositionalOptions>>(
  definition: CommandDefinition<O, P>,
): Command {
  const { name, options, positionals, describe, examples, run } = definition
  return {
    name,
    needs: definition.needs ?? 'a name',
    options,
    register: parser =>
      parser.command(
        definition.arguments ? `${name} ${definition.arguments}` : name,
        describe,
        yargs => {
          for (const [key, positional] of Object.entries(positionals)) yargs.positional(key, positional)
          for (const [call, meaning] of examples) yargs.example(`$0 ${name} ${call}`.trim(), meaning)
          return yargs.options(options)
        },
        args => {
          refuseRepeated(args, options)
          // yargs infers the arguments from the same options, but through a chain of calls that generics cannot follow.
          throw new CommandCall(io => run(args as unknown as InferredOptionTypes<O & P>, io))
        },
      ),
  }
}

function refuseRepeated(args: Readonly<Record<string, unknown>>, options: Record<string, Options>): void {
  for (const [name, option] of Object.entries(options)) {
    if (!option.array && Array.isArray(args[name])) throw new UsageError(`\`--${name}\` is given twice`)
    if (args[name] === '') throw new UsageError(`\`--${name}\` is given without a value`)
  }
}
