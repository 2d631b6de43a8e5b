#!/usr/bin/env node
import { prepareEngine } from './cli/engine.js'
import { hasWorkingFolder } from './cli/working-folder.js'

// The parser of the command line asks for the folder as soon as it is loaded.
if (hasWorkingFolder(process)) {
  prepareEngine()
  const { run } = await import('./cli/run.js')
  await run(process)
}
