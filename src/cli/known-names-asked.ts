import { listResources, openWorkspace } from '../batch/workspace/workspace.js'
import { didYouMean } from '../diagnostics/index.js'
import { UsageError } from './usage-error.js'

/**
 * The audiences that a command line asks for, each once: `-a press -a public` or `-a press,public`. Those that the
 * workspace does not have are refused before anything is done.
 */
export async function knownAudiences(asked: readonly string[], cwd: string): Promise<string[]> {
  const known = [...(await listResources(await openWorkspace(cwd), 'templates', '.hbs')).keys()]
  const names = asked
    .map(name => name.normalize('NFC'))
    .flatMap(name => (known.includes(name) ? [name] : name.split(',').map(part => part.trim())))
  for (const name of names) {
    if (name === '') throw new UsageError('`--audience` names an empty audience', 'write `-a press,public`')
    if (!known.includes(name)) throw new UsageError(`unknown audience \`${name}\``, didYouMean(name, known))
  }
  return [...new Set(names)]
}

/** The theme that a command line asks for, if it does; one that neither the workspace nor the package has is refused. */
export async function knownTheme(asked: string | undefined, cwd: string): Promise<string | undefined> {
  if (asked === undefined) return undefined
  const known = [...(await listResources(await openWorkspace(cwd), 'templates/themes', '.yaml')).keys()]
  const name = asked.normalize('NFC')
  if (known.includes(name)) return name
  throw new UsageError(`unknown theme \`${asked}\``, didYouMean(name, known, 'themes'))
}
