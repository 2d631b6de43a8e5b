import { listResources, openWorkspace } from '../batch/workspace/workspace.js'
import { didYouMean } from '../diagnostics/index.js'
import { UsageError } from './usage-error.js'

/** Refuses audiences that the workspace does not have before anything is done. */
export async function refuseUnknownAudiences(asked: readonly string[], cwd: string): Promise<void> {
  const known = [...(await listResources(await openWorkspace(cwd), 'templates', '.hbs')).keys()]
  for (const name of asked) {
    if (known.includes(name)) continue
    throw new UsageError(`unknown audience \`${name}\``, didYouMean(name, known))
  }
}
