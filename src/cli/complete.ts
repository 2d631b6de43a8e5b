import { type Dirent, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { OUTPUT_FORMATS } from '../batch/record/edition-name.js'
import { PACKAGE_ROOT } from '../batch/workspace/package.js'
import type { Io } from './io.js'
import { TEMPLATE_FOLDERS } from './template-folders.js'

type CompletionCallback = (completions: string[]) => void

/**
 * Completes what only the workspace knows: audiences, briefs, and the files and folders that options take. It reads
 * the folders at once, as the shell waits for the answer.
 */
export function complete(argv: readonly string[], io: Io) {
  return (current: string, _args: unknown, byDefault: () => void, done: CompletionCallback): void => {
    const words = argv.slice(argv.indexOf('--get-yargs-completions') + 1)
    const candidates = candidatesFor(words, current, io.cwd)
    if (candidates) done(candidates.filter(candidate => candidate.startsWith(current)))
    else byDefault()
  }
}

/** What an option or argument takes. */
type Completed =
  | 'audience'
  | 'template'
  | 'theme'
  | 'language'
  | 'format'
  | 'brief'
  | 'data'
  | 'file'
  | 'folder'
  | 'choice'

const OPTIONS: Readonly<Record<string, Completed>> = {
  '-a': 'audience',
  '--audience': 'audience',
  '--eject': 'template',
  '--theme': 'theme',
  '--lang': 'language',
  '--format': 'format',
  '--data': 'data',
  '--out': 'folder',
  '--report': 'file',
  '--output': 'file',
  '--paper': 'choice',
  '--stage': 'choice',
}
/** By command: `-o` is the folder of a build, and the file of others. */
const SHORT_OUTPUT: Readonly<Record<string, Completed>> = { build: 'folder', draft: 'file', manifest: 'file' }
const ARGUMENTS: Readonly<Record<string, Completed>> = {
  build: 'brief',
  check: 'brief',
  inspect: 'brief',
  draft: 'file',
  manifest: 'file',
}

function candidatesFor(words: readonly string[], current: string, cwd: string): string[] | undefined {
  const command = words.slice(1, -1).find(word => Object.hasOwn(ARGUMENTS, word)) ?? ''
  const before = words.at(-2) ?? ''
  const option = before === '-o' ? SHORT_OUTPUT[command] : OPTIONS[before]
  if (option === undefined && current.startsWith('-')) return undefined
  const isAction = command === 'manifest' && before === 'manifest'
  switch (option ?? (isAction ? 'choice' : ARGUMENTS[command])) {
    case 'audience':
      return audienceNames(cwd, current)
    case 'template':
      return [
        ...audienceNames(cwd, ''),
        ...TEMPLATE_FOLDERS.flatMap(({ folder, ending }) => namesIn(cwd, folder, ending)),
      ]
    case 'theme':
      return resourceNames(cwd, 'templates/themes')
    case 'language':
      return afterComma(resourceNames(cwd, 'templates/locales'), current)
    case 'format':
      return afterComma(OUTPUT_FORMATS, current)
    case 'brief':
      return briefPaths(cwd, current)
    case 'data':
      return pathsFor(current, cwd, name => /\.(?:csv|tsv|jsonl|ndjson)$/i.test(name))
    case 'file':
      return pathsFor(current, cwd, () => true)
    case 'folder':
      return pathsFor(current, cwd, () => false)
    default:
      return undefined
  }
}

/** After a comma, the next of several. */
function audienceNames(cwd: string, current: string): string[] {
  const templates = [cwd, PACKAGE_ROOT].flatMap(root => listFolder(join(root, 'templates')))
  const names = [...new Set(templates.map(({ name }) => name))]
    .filter(name => name.endsWith('.hbs'))
    .map(name => name.slice(0, -4))
    .sort()
  return afterComma(names, current)
}

const afterComma = (names: readonly string[], current: string) =>
  names.map(name => current.slice(0, current.lastIndexOf(',') + 1) + name)

/** What can be copied, with the folder before its name: `themes/civic`. */
const namesIn = (cwd: string, folder: string, ending: string) =>
  resourceNames(cwd, `templates/${folder}`, ending).map(name => `${folder}/${name}`)

/** Of themes or locales. */
function resourceNames(cwd: string, folder: string, ending = '.yaml'): string[] {
  const files = [cwd, PACKAGE_ROOT].flatMap(root => listFolder(join(root, folder)))
  return [...new Set(files.map(({ name }) => name))]
    .filter(name => name.endsWith(ending))
    .map(name => name.slice(0, -ending.length))
    .sort()
}

const isBrief = (name: string) => /\.ya?ml$/i.test(name) && !/\.lock\.ya?ml$/i.test(name)

/** The briefs of `briefs/`; or else what begins with what is typed. */
function briefPaths(cwd: string, current: string): string[] {
  const usual = listFolder(join(cwd, 'briefs'))
    .filter(({ name }) => isBrief(name))
    .map(({ name }) => `briefs/${name}`)
    .sort()
  return usual.some(path => path.startsWith(current)) ? usual : pathsFor(current, cwd, isBrief)
}

/** The files that are taken, and all folders, in the folder that is typed so far. */
function pathsFor(current: string, cwd: string, takes: (name: string) => boolean): string[] {
  const typed = current.slice(0, current.lastIndexOf('/') + 1)
  const paths = listFolder(resolve(cwd, typed))
    .filter(entry => entry.isDirectory() || takes(entry.name))
    .filter(({ name }) => !name.startsWith('.') || current.slice(typed.length).startsWith('.'))
    .map(entry => `${typed}${entry.name}${entry.isDirectory() ? '/' : ''}`)
    .filter(path => path.startsWith(current))
    .sort()
  const [only] = paths
  // A shell puts a blank after the only candidate, and a folder would be the end of the word.
  if (paths.length !== 1 || !only?.endsWith('/')) return paths
  return [only, ...pathsFor(only, cwd, takes)]
}

function listFolder(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

/** What `completion --help` says: the script is for one shell, which it takes from the environment. */
export const COMPLETION_HELP = `briefwright completion

print a script that completes commands, options, audiences, briefs and files

The script is for the shell that SHELL names: zsh, fish, or else bash.

  briefwright completion >> ~/.bashrc                    bash
  SHELL=zsh briefwright completion >> ~/.zshrc           zsh
  SHELL=bash briefwright completion                      bash, whatever shell you have

  SHELL=fish briefwright completion > ~/.config/fish/completions/briefwright.fish   fish
`
