import yargs, { type Argv } from 'yargs'
import { packageVersion } from '../batch/workspace/package.js'
import { printable } from '../diagnostics/index.js'
import { type Command, CommandCall } from './command.js'
import { audiencesCommand } from './commands/audiences.js'
import { buildCommand } from './commands/build.js'
import { checkCommand } from './commands/check.js'
import { draftCommand } from './commands/draft.js'
import { inspectCommand } from './commands/inspect.js'
import { manifestCommand } from './commands/manifest.js'
import { newCommand } from './commands/new.js'
import { packCommand } from './commands/pack.js'
import { schemaCommand } from './commands/schema.js'
import { serveCommand } from './commands/serve.js'
import { workerCommand } from './commands/worker.js'
import { COMPLETION_HELP, complete } from './complete.js'
import { coloursOf, type Io } from './io.js'
import { UsageError, usageError } from './usage-error.js'

/** Every command but `completion`, which yargs provides. */
export const COMMANDS: readonly Command[] = [
  buildCommand,
  checkCommand,
  draftCommand,
  newCommand,
  audiencesCommand,
  schemaCommand,
  manifestCommand,
  inspectCommand,
  packCommand,
  serveCommand,
  workerCommand,
]

/** Runs the command line and returns its exit status: 0 done, 1 findings that are errors, 2 wrong usage. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io)
  } catch (error) {
    return reportFailure(error, io)
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  // The parser would print the script.
  if (argv[0] === 'completion' && argv.some(word => word === '--help' || word === '-h')) {
    io.stdout.write(COMPLETION_HELP)
    return 0
  }
  let output = ''
  try {
    await parserFor(argv, io).parseAsync(argv, {}, (_error: unknown, _args: unknown, text: string) => {
      output = text
    })
  } catch (thrown) {
    if (thrown instanceof CommandCall) return thrown.run(io)
    throw thrown
  }
  if (output) io.stdout.write(`${output}\n`)
  return 0
}

function parserFor(argv: readonly string[], io: Io): Argv {
  const parser = yargs([], io.cwd)
    .scriptName('briefwright')
    .usage(
      '$0 COMMAND\n\nPrints one YAML brief as a briefing PDF for every audience, every quotation proved.',
    )
    .epilogue('Exit status: 0 done, 1 a brief has errors, 2 wrong usage. Findings go to standard error.')
    .detectLocale(false)
    .parserConfiguration({ 'boolean-negation': false, 'camel-case-expansion': false, 'dot-notation': false })
    .wrap(Math.min(100, io.stdout.columns ?? 100))
    .help('help', 'show this help')
    .alias('help', 'h')
    .version('version', 'show the version', packageVersion())
    .demandCommand(1)
    .strict()
    .exitProcess(false)
    .fail((message, error) => {
      throw message ? usageError(message, argv, COMMANDS) : error
    })
  return COMMANDS.reduce((all, command) => command.register(all), parser)
    .completion(
      'completion',
      'print a script that completes commands, options, audiences, briefs and files',
      complete(argv, io),
    )
    .example('$0 new dam', 'begin a brief: briefs/dam.yaml')
    .example('$0 check', 'find what is wrong with the briefs, and prove their quotations')
    .example('$0 build', 'print them to out/')
}

function reportFailure(error: unknown, io: Io): number {
  const { red, cyan } = coloursOf(io.stderr, io.env)
  if (error instanceof UsageError) {
    io.stderr.write(`${red('error:')} ${printable(error.message)}\n`)
    if (error.hint) io.stderr.write(`${cyan('hint:')} ${printable(error.hint)}\n`)
    return 2
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  io.stderr.write(`${red('internal error:')} ${printable(message)}\n`)
  io.stderr.write(
    io.env.BRIEFWRIGHT_DEBUG
      ? `${stack}\n`
      : `${cyan('hint:')} please report it, with what BRIEFWRIGHT_DEBUG=1 shows\n`,
  )
  return 1
}
