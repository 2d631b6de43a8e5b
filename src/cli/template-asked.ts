import { PACKAGE_ROOT } from '../batch/workspace/package.js'
import { listResources } from '../batch/workspace/workspace.js'
import { DISK } from '../batch/workspace/workspace-files.js'
import { closest, didYouMean } from '../diagnostics/index.js'
import { TEMPLATE_FOLDERS } from './template-folders.js'
import { UsageError } from './usage-error.js'

/**
 * The path within `templates/` of what a command line asks to be copied: an audience by its name, anything else with its folder, such as
 * `themes/civic`. What the package does not have is refused.
 */
export async function templatePathAsked(asked: string, cwd: string): Promise<string> {
  const name = asked.normalize('NFC').trim()
  const files = await packageFiles()
  const path = files.get(name)
  if (path !== undefined) return path
  const [first, second] = name.split(',').map(part => part.trim())
  if (second !== undefined && first !== undefined && files.has(first))
    throw new UsageError('`--eject` copies one template', `name one: \`--eject ${first}\``)
  const own = await listResources({ root: cwd, files: DISK }, 'templates', '.hbs')
  if (own.has(name))
    throw new UsageError(
      `the workspace has \`templates/${name}.hbs\`, and the package has none`,
      'change it where it is',
    )
  const kind = /[/:]/.test(name) ? 'template' : 'audience'
  throw new UsageError(`unknown ${kind} \`${asked}\``, nearMiss(name, [...files.keys()]))
}

/** The same name in another folder, or one like it in its own. */
function nearMiss(name: string, known: readonly string[]): string | undefined {
  const [, folder = '', own = name] = /^(.*?)[/:](.*)$/.exec(name) ?? []
  const inFolder = known.flatMap(each => {
    const [first = '', rest] = each.split('/')
    return rest === undefined ? (folder === '' ? [first] : []) : first === folder ? [rest] : []
  })
  const elsewhere = known.find(each => each === own || each.endsWith(`/${own}`))
  const meant = closest(own, inFolder)
  if (meant !== undefined && folder !== '') return `did you mean \`${folder}/${meant}\`?`
  if (meant === undefined && elsewhere !== undefined) return `did you mean \`${elsewhere}\`?`
  const all = inFolder.length > 0 ? inFolder : known
  return didYouMean(own, folder === '' || all === known ? all : all.map(each => `${folder}/${each}`))
}

/** Paths within `templates/` of what can be copied, by the names that it is asked for by. */
async function packageFiles(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  const root = { root: PACKAGE_ROOT, files: DISK }
  for (const name of (await listResources(root, 'templates', '.hbs')).keys()) files.set(name, `${name}.hbs`)
  for (const { folder, ending } of TEMPLATE_FOLDERS)
    for (const name of (await listResources(root, `templates/${folder}`, ending)).keys())
      files.set(`${folder}/${name}`, `${folder}/${name}${ending}`)
  return files
}
