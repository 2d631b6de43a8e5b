/** Lists changes of constants and comparisons that no test notices: `npm run mutants -- --help`. */
import { runCompiled } from './testing/run-compiled.mjs'

await runCompiled('scripts/mutants/main.js')
