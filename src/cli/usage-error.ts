import { closest } from '../diagnostics/index.js'

/** What messages about wrong usage need to know of a command. */
export interface CommandUsage {
  readonly name: string
  /** What it cannot do without: `a name`. */
  readonly needs: string
  readonly options: Readonly<Record<string, unknown>>
}

/** Wrong usage: a message and a hint for standard error, and exit status 2. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly hint?: string,
  ) {
    super(message)
  }
}

/** Puts what yargs found wrong into our words, with what was probably meant. */
export function usageError(
  message: string,
  argv: readonly string[],
  commands: readonly CommandUsage[],
): UsageError {
  const command = commands.find(({ name }) => argv.includes(name))
  const unknown = /^Unknown (?:argument|command)s?: (.+)$/.exec(message)?.[1]?.split(', ')[0]
  if (unknown !== undefined) return unknownArgument(unknown, argv, commands, command)
  const missing = /^Not enough arguments following: (.+)$/.exec(message)?.[1]
  const help = helpHint(command)
  if (missing !== undefined)
    return new UsageError(`\`${asTyped(missing, argv)}\` is given without a value`, help)
  const choice = /Argument: (.+), Given: "(.*)", Choices: (.+)$/s.exec(message)
  if (choice)
    return new UsageError(
      `\`${argumentName(choice[1] ?? '', command)}\` cannot be \`${choice[2]}\``,
      `use one of ${choice[3]}`,
    )
  if (message.startsWith('Not enough non-option arguments'))
    return new UsageError(command ? `\`${command.name}\` needs ${command.needs}` : 'name a command', help)
  return new UsageError(message.charAt(0).toLowerCase() + message.slice(1), help)
}

function unknownArgument(
  name: string,
  argv: readonly string[],
  commands: readonly CommandUsage[],
  command: CommandUsage | undefined,
): UsageError {
  const shown = asTyped(name, argv)
  const isOption = shown.startsWith('-')
  const known = isOption
    ? [...Object.keys(command?.options ?? {}), 'help', 'version']
    : commands.map(one => one.name)
  const guess = closest(name, known)
  const kind = isOption ? 'option' : command ? 'argument' : 'command'
  return new UsageError(
    `unknown ${kind} \`${shown}\``,
    guess === undefined ? helpHint(command) : `did you mean \`${isOption ? `--${guess}` : guess}\`?`,
  )
}

function argumentName(argument: string, command: CommandUsage | undefined): string {
  return command && argument in command.options ? `--${argument}` : argument
}

function helpHint(command: CommandUsage | undefined): string {
  const call = ['briefwright', command?.name, '--help'].filter(Boolean).join(' ')
  return `run \`${call}\` to see what can be said`
}

/** An option as it was typed, dashes included; a positional argument as it is. */
function asTyped(name: string, argv: readonly string[]): string {
  const token = argv.map(part => part.split('=')[0] ?? '').find(part => part.replace(/^--?/, '') === name)
  if (token !== undefined) return token
  return name.length === 1 && argv.some(part => /^-[^-]/.test(part) && part.includes(name))
    ? `-${name}`
    : name
}
