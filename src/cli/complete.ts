import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PACKAGE_ROOT } from '../batch/workspace/package.js'
import type { Io } from './io.js'

type CompletionCallback = (completions: string[]) => void

/**
 * Completes what only the workspace knows: audiences after `-a` and `--eject`, briefs after `build`, `check` and `inspect`.
 * It reads the folders at once, as the shell waits for the answer.
 */
export function complete(argv: readonly string[], io: Io) {
  return (current: string, _args: unknown, byDefault: () => void, done: CompletionCallback): void => {
    const words = argv.slice(argv.indexOf('--get-yargs-completions') + 1)
    const candidates = candidatesFor(words, current, io.cwd)
    if (candidates) done(candidates.filter(candidate => candidate.startsWith(current)))
    else byDefault()
  }
}

function candidatesFor(words: readonly string[], current: string, cwd: string): string[] | undefined {
  if (['-a', '--audience', '--eject'].includes(words.at(-2) ?? '')) return audienceNames(cwd)
  const takesBriefs = words.slice(1, -1).some(word => ['build', 'check', 'inspect'].includes(word))
  return takesBriefs && !current.startsWith('-') && !['--paper', '--stage'].includes(words.at(-2) ?? '')
    ? briefFiles(cwd)
    : undefined
}

function audienceNames(cwd: string): string[] {
  const templates = [cwd, PACKAGE_ROOT].flatMap(root => listFolder(join(root, 'templates')))
  return [...new Set(templates)]
    .filter(name => name.endsWith('.hbs'))
    .map(name => name.slice(0, -4))
    .sort()
}

function briefFiles(cwd: string): string[] {
  return listFolder(join(cwd, 'briefs'))
    .filter(name => name.endsWith('.yaml') && !name.endsWith('.lock.yaml'))
    .map(name => `briefs/${name}`)
    .sort()
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
