import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { columnKind, figureOf } from '../../src/brief/index.js'
import { present } from '../../src/diagnostics/index.js'
import { figureText } from '../../src/markup/locale/figure-text.js'
import { template } from '../support/briefs.js'
import { locales } from '../support/edition.js'
import { readText } from '../support/pdf-text.js'
import { findingsOf, workspace } from '../support/workspace.js'

const GUIDE = readFileSync(new URL('../../docs/tables-and-charts.md', import.meta.url), 'utf8')
const example = (language: string) =>
  present(
    new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(GUIDE)?.[1],
    `example in ${language}`,
  )

const SOURCES =
  'sources:\n  - {id: accounts, title: Accounts of the port, author: Harbour Office, issued: 2025}\n'

test('the table and the template of the guide print as it says', async () => {
  const space = workspace({
    'briefs/a.yaml': `title: The crossing\nas_of: 2025-03-10\n${example('yaml')}${SOURCES}`,
    'templates/note.hbs': template(`<h1>{{title}}</h1>\n{{#each tables}}{{> data-table}}{{/each}}\n`),
    'templates/own.hbs': template(`<h1>{{title}}</h1>\n${example('handlebars')}`),
  })
  const outcome = await space.run('build', '-a', 'note', '-a', 'own', '--json')
  assert.equal(findingsOf(outcome), [])
  for (const audience of ['note', 'own']) {
    const { drawn } = readText(readFileSync(join(space.root, `out/a/${audience}.pdf`)))
    for (const text of [
      '1,234.5',
      '85.3',
      '1,319.8',
      '+4.3%',
      'n/a',
      '..',
      'Harbour Office, Accounts of the port, 2025',
    ])
      assert.ok(drawn.includes(text), `${audience}: ${text}`)
  }
})

test('the CSV of the guide is read as it says', async () => {
  const table =
    'tables:\n  - {id: r, title: Riders, data: riders.csv, columns: [{key: year}, {key: passengers}, {key: share, format: "0.0%"}]}\n'
  const space = workspace({
    'briefs/a.yaml': `title: The crossing\nas_of: 2025-03-10\n${table}`,
    'briefs/riders.csv': example('csv'),
    'templates/note.hbs': template('<h1>{{title}}</h1>\n{{#each tables}}{{> data-table}}{{/each}}\n'),
  })
  assert.equal(findingsOf(await space.run('build', '-a', 'note', '--json')), [])
  const { drawn } = readText(readFileSync(join(space.root, 'out/a/note.pdf')))
  for (const text of ['2023', '98,765', '13.0%', '2024', '123,456', '12.5%'])
    assert.ok(drawn.includes(text), text)
})

test('each format of the guide prints what it says', () => {
  const rows = [
    ...GUIDE.matchAll(/^\| (?:\(none\)|(`[^|]*?)) \| ([\d.,+%, ]+)(?::[^|]*)?(?:,[^|\d]*)? \|$/gm),
  ]
  const rules = present(locales.get('en'), 'English').numberRules
  let compared = 0
  for (const [, formats = '', printed = ''] of rows) {
    const names = [...formats.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
    const texts = printed.split(', ')
    for (const [index, name] of (names.length > 0 ? names : [undefined]).entries()) {
      const kind = columnKind({ format: name, align: 'decimal' }, ['1234.565'])
      const figure = present(figureOf('1234.565'), 'figure')
      assert.is(
        figureText(figure, kind.format, rules, kind.wholeDigits),
        texts[index],
        name ?? 'without a format',
      )
      compared++
    }
  }
  assert.is(compared, 12)
})

test.run()
