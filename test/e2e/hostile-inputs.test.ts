import { zipSync } from 'fflate'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type RenderOptions, render } from '../../src/index.js'

const BRIEF = 'title: The dam\nas_of: 2025-01-20\nbottom_line: It holds.\n'
const FAMILY = '  normal: own.ttf\n  italics: own.ttf\n  bold: own.ttf\n  bolditalics: own.ttf\n'
const picture = (name: string) => `images:\n  - {id: a, file: ${name}, alt: A picture}\n`
const svg = (body: string, box = '0 0 100 100') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${body}</svg>`
const bytes = (text: string) => new TextEncoder().encode(text)
const own = (theme: string) => ({ theme: 'own', files: { 'templates/themes/own.yaml': theme } })
const RELATIONS = bytes(
  '<Relationships><Relationship Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
)
const word = (parts: Record<string, Uint8Array>): Partial<RenderOptions> => ({
  format: 'docx',
  files: {
    'briefwright.yaml': 'word_styles: house.dotx\n',
    'house.dotx': zipSync({ '_rels/.rels': RELATIONS, ...parts }, { level: 1 }),
  },
})
const styled = (styles: string) =>
  word({
    'word/_rels/document.xml.rels': bytes(
      '<Relationships><Relationship Type="x/styles" Target="styles.xml"/></Relationships>',
    ),
    'word/styles.xml': bytes(styles),
  })

/** What is wrong with an edition; an exception or a bug fails the test. */
async function codesOf(more: string, options: Partial<RenderOptions> = {}): Promise<string[]> {
  const { diagnostics, bytes: printed } = await render(BRIEF + more, { audience: 'press', ...options })
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)
  assert.is(printed === undefined, errors.length > 0)
  return [...new Set(errors)]
}

const WRONG: readonly (readonly [string, string, string, Partial<RenderOptions>?])[] = [
  [
    'a drawing in a view without extent',
    picture('a.svg'),
    'image-invalid',
    { files: { 'briefs/a.svg': svg('<rect width="9" height="9"/>', '0 0 1e-300 1e300') } },
  ],
  [
    'a shape beyond all pages',
    picture('a.svg'),
    'image-invalid',
    { files: { 'briefs/a.svg': svg('<rect width="1e300" height="1e300"/>') } },
  ],
  [
    'a stroke wider than all pages',
    picture('a.svg'),
    'image-invalid',
    { files: { 'briefs/a.svg': svg('<path d="M0 0L9 9" stroke="red" stroke-width="1e300"/>') } },
  ],
  [
    'a shape magnified beyond all pages',
    picture('a.svg'),
    'image-invalid',
    {
      files: {
        'briefs/a.svg': svg(`<g transform="${'scale(10) '.repeat(300)}"><rect width="9" height="9"/></g>`),
      },
    },
  ],
  [
    'a drawing that uses itself ten to the tenth times',
    picture('a.svg'),
    'image-invalid',
    {
      files: {
        'briefs/a.svg': svg(
          `<g id="a0"><rect width="1" height="1"/></g>${Array.from({ length: 10 }, (_, index) => `<g id="a${index + 1}">${`<use href="#a${index}"/>`.repeat(10)}</g>`).join('')}<use href="#a10"/>`,
        ),
      },
    },
  ],
  [
    'a drawing with entities',
    picture('a.svg'),
    'image-invalid',
    {
      files: { 'briefs/a.svg': `<!DOCTYPE svg [<!ENTITY a "aaaa">]>${svg('<text x="1" y="9">&a;</text>')}` },
    },
  ],
  [
    'a path that no system takes',
    '',
    'invalid-value',
    { files: { [`briefs/${'a/'.repeat(20_000)}x`]: 'x' } },
  ],
  ['a brief at such a path', '', 'invalid-value', { path: `briefs/${'a/'.repeat(20_000)}x.yaml` }],
  [
    'aliases of aliases',
    `custom:\n  a0: &a0 [x,x,x,x]\n${Array.from({ length: 12 }, (_, index) => `  a${index + 1}: &a${index + 1} [${Array(9).fill(`*a${index}`).join()}]\n`).join('')}`,
    'yaml-alias-bomb',
  ],
  ['lists in lists', `background: ${'['.repeat(10_000)}\n`, 'yaml-too-deep'],
  ['a theme that extends itself', '', 'theme-invalid', own('extends: own\n')],
  ['type of no size', '', 'theme-invalid', own('extends: default\nstyles: { p: { size: 0 } }\n')],
  [
    'a font of nothing',
    '',
    'font-invalid',
    {
      theme: 'own',
      files: {
        'fonts/fonts.yaml': `Own:\n${FAMILY}`,
        'fonts/own.ttf': new Uint8Array(50_000),
        'templates/themes/own.yaml': 'extends: default\nfamilies: { body: Own }\n',
      },
    },
  ],
  ['styles that begin without end', '', 'house-invalid', styled('<w:styles '.repeat(100_000))],
  [
    'an archive that leads out',
    '',
    'house-invalid',
    word({ '../../x.xml': RELATIONS, __proto__x: RELATIONS }),
  ],
  [
    'an archive whose parts are large',
    '',
    'house-invalid',
    word(
      Object.fromEntries(
        Array.from({ length: 30 }, (_, index) => [`word/${index}.xml`, new Uint8Array(9_000_000)]),
      ),
    ),
  ],
]
for (const [what, more, code, options] of WRONG)
  test(`${what}: ${code}`, async () => {
    assert.ok((await codesOf(more, options)).includes(code), JSON.stringify(await codesOf(more, options)))
  })

test('relations and styles that begin again and again are read in time that grows with them alone', async () => {
  for (const unit of [
    '<w:style ',
    '<w:style>',
    '<w:numPr>',
    '<w:rPrDefault>',
    '<w:style w:type="paragraph" w:styleId="a"><w:name ',
  ])
    assert.equal(await codesOf('', styled(`<w:styles>${unit.repeat(60_000)}</w:styles>`)), [], unit)
  assert.equal(await codesOf('', word({ '_rels/.rels': bytes('<Relationship Type="'.repeat(60_000)) })), [
    'house-invalid',
  ])
})

test('a word longer than a page is printed, or does not fit', async () => {
  for (const word of ['w'.repeat(20_000), 'a\u00ad'.repeat(10_000)])
    assert.equal(await codesOf(`background: ${word}\nissue: ${word}\n`, { audience: 'decision' }), [
      'over-page-limit',
    ])
})

test.run()
