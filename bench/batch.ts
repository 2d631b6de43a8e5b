import { briefYaml, TEMPLATE, THEME } from './briefs.js'
import { type ProcessCost, runNode } from './child-process.js'
import { onAllCores } from './one-core.js'
import { CLI, inFolder } from './workspace.js'

export interface BatchRow {
  readonly name: string
  readonly editions: number
  /** Of the whole process. */
  readonly process: ProcessCost
}

const BRIEFS = 5
const AUDIENCES = ['bench', 'other']
const RECIPIENTS = 100

/**
 * A mail merge of 1,000 editions of four pages, all different: on one thread and on two, and again with nothing to do. Then
 * many more short ones, for the memory. All cores are used.
 */
export async function batch(pinned: boolean): Promise<BatchRow[]> {
  const rows: BatchRow[] = []
  const add = (folder: string, name: string, editions: number, ...argv: string[]) => {
    const asked = AUDIENCES.flatMap(audience => ['-a', audience])
    const all = [CLI, 'build', '--data', 'recipients.csv', ...asked, ...argv]
    rows.push({ name, editions, process: runNode(all, folder, onAllCores(pinned)) })
  }
  await inFolder(mailMerge(BRIEFS, RECIPIENTS, ADDRESSED), folder => {
    const editions = BRIEFS * AUDIENCES.length * RECIPIENTS
    add(folder, 'four pages, -j 1', editions, '-j', '1', '--force')
    add(folder, 'four pages, -j 2', editions, '-j', '2', '--force')
    add(folder, 'four pages, nothing to do', editions)
  })
  for (const recipients of [1000, 10_000])
    await inFolder(mailMerge(1, recipients, SHORT), folder => {
      const editions = AUDIENCES.length * recipients
      add(folder, 'one line, -j 2', editions, '-j', '2')
      add(folder, 'one line, nothing to do', editions)
    })
  return rows
}

const FOR = '<p>For {{recipient.name}} of {{recipient.town}}</p>'
const ADDRESSED = `${TEMPLATE}${FOR}\n`
const SHORT = `${TEMPLATE.slice(0, TEMPLATE.lastIndexOf('---\n'))}---\n<h1>{{title}}</h1>${FOR}\n`

/** One of them alone: a letter of four pages to each recipient. */
export const letters = (recipients: number): Record<string, string> => mailMerge(1, recipients, ADDRESSED)

function mailMerge(briefs: number, recipients: number, template: string): Record<string, string> {
  const numbered = (count: number, entry: (index: number) => string[]) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => entry(index)))
  const rows = Array.from(
    { length: recipients },
    (_, index) => `r${index},Recipient ${index},Town ${index}\n`,
  )
  return {
    ...numbered(briefs, index => [`briefs/b${index}.yaml`, briefYaml(index)]),
    ...Object.fromEntries(AUDIENCES.map(audience => [`templates/${audience}.hbs`, template])),
    'templates/themes/bench.yaml': THEME,
    'recipients.csv': `id,name,town\n${rows.join('')}`,
  }
}
