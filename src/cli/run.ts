import { main } from './main.js'
import { guardStreams, handleInterrupts } from './process.js'

/** Runs the program in a process, whose exit status it sets. */
export async function run(process: NodeJS.Process): Promise<void> {
  guardStreams(process.stdout, process.stderr)
  const { interruptible, stoppable, endIfInterrupted } = handleInterrupts(process)
  process.exitCode = await main(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    get cwd() {
      return process.cwd()
    },
    env: process.env,
    interruptible,
    stoppable,
  })
  endIfInterrupted()
}
