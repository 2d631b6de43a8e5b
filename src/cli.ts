#!/usr/bin/env node
import { prepareEngine } from './cli/engine.js'

prepareEngine()
const { run } = await import('./cli/run.js')
await run(process)
