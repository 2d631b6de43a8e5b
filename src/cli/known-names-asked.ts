import { OUTPUT_FORMATS } from '../batch/record/edition-name.js'
import { listResources, openWorkspace } from '../batch/workspace/workspace.js'
import { didYouMean } from '../diagnostics/index.js'
import type { EditionFormat } from '../edition/index.js'
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

/**
 * The languages that a command line asks for, each once: `--lang en --lang fr` or `--lang en,fr`. Those that there are no words in
 * are refused.
 */
export async function knownLanguages(asked: readonly string[], cwd: string): Promise<string[]> {
  if (asked.length === 0) return []
  const known = [...(await listResources(await openWorkspace(cwd), 'templates/locales', '.yaml')).keys()]
  const tags = asked.flatMap(tag => tag.split(',')).map(tag => tag.trim())
  return [...new Set(tags.map(tag => knownLanguage(tag, known)))]
}

function knownLanguage(tag: string, known: readonly string[]): string {
  if (tag === '') throw new UsageError('`--lang` names an empty language', 'write `--lang en,fr`')
  const canonical = canonicalTag(tag)
  if (canonical === undefined)
    throw new UsageError(`\`${tag}\` is no language tag`, 'write one such as `fr` or `fr-CA`')
  const [primary] = canonical.split('-')
  if (known.some(name => [canonical, primary].includes(canonicalTag(name)))) return canonical
  throw new UsageError(`there is no locale for \`${tag}\``, didYouMean(tag, known, 'languages'))
}

/** A language tag (BCP 47) in its usual case; undefined for what is none. */
function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

/** The theme that a command line asks for, if it does; one that neither the workspace nor the package has is refused. */
export async function knownTheme(asked: string | undefined, cwd: string): Promise<string | undefined> {
  if (asked === undefined) return undefined
  const known = [...(await listResources(await openWorkspace(cwd), 'templates/themes', '.yaml')).keys()]
  const name = asked.normalize('NFC')
  if (known.includes(name)) return name
  throw new UsageError(`unknown theme \`${asked}\``, didYouMean(name, known, 'themes'))
}

/** The formats that a command line asks for, each once: `--format pdf --format html` or `--format pdf,html`. */
export function knownFormats(asked: readonly string[]): EditionFormat[] {
  const names = asked.flatMap(name => name.split(',')).map(name => name.trim())
  const formats = names.map(name => {
    if (name === '') throw new UsageError('`--format` names an empty format', 'write `--format pdf,html`')
    const format = OUTPUT_FORMATS.find(each => each === name)
    if (format === undefined)
      throw new UsageError(`unknown format \`${name}\``, didYouMean(name, OUTPUT_FORMATS, 'formats'))
    return format
  })
  return [...new Set(formats)]
}
