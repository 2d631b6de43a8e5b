#!/usr/bin/env node
import { main } from './cli/main.js'
import { guardStreams, tidyOnInterrupt } from './cli/process.js'

guardStreams(process.stdout, process.stderr)
tidyOnInterrupt(process)
process.exitCode = await main(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  get cwd() {
    return process.cwd()
  },
  env: process.env,
})
