/** Runs the tests: `npm test -- --help`. */
import { runCompiled } from './testing/run-compiled.mjs'

await runCompiled('scripts/testing/main.js')
