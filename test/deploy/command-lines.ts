import yargs from 'yargs'
import { CommandCall } from '../../src/cli/command.js'
import { COMMANDS } from '../../src/cli/main.js'

/** Throws unless the program takes the arguments, which it does not carry out. */
export function checkCommandLine(argv: readonly string[]): void {
  const [name, ...rest] = argv
  const command = COMMANDS.find(each => each.name === name)
  if (!command) throw new Error(`there is no command \`${name}\``)
  const parser = yargs()
    .parserConfiguration({ 'boolean-negation': false, 'camel-case-expansion': false, 'dot-notation': false })
    .strict()
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new Error(message)
    })
  try {
    command.register(parser).parse([...argv])
  } catch (thrown) {
    if (thrown instanceof CommandCall) return
    throw new Error(`briefwright ${name} ${rest.join(' ')}: ${(thrown as Error).message}`)
  }
  throw new Error(`\`${name}\` is not called`)
}

/** The words of a line of a shell that begins the program: `exec briefwright …`. */
export function wordsOf(line: string, program = 'briefwright'): string[] {
  const words: string[] = line.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? []
  return words.slice(words.indexOf(program) + 1).map(word => word.replace(/["']/g, ''))
}
