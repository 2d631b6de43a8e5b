import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings, SourceFile } from '../../../src/diagnostics/index.js'
import { PAGE_CLASSES, VOCABULARY } from '../../../src/markup/html/vocabulary.js'
import { parseTheme } from '../../../src/typeset/index.js'
import { contrast, luminance } from '../../support/contrast.js'
import { fonts, themeFiles, themeNamed } from '../workspace.js'

function parse(text: string, name = 'mine') {
  const findings = new Findings()
  const file = new SourceFile(`templates/themes/${name}.yaml`, text)
  const theme = parseTheme(new Map([...themeFiles, [name, file]]), name, findings.report, undefined, {
    fonts,
    audiences: ['press', 'public'],
  })
  const found = findings.all.map(({ code, place, message }) => {
    const { line, column } = place.file.position(place.range.start)
    return {
      at: `${code} ${line}:${column}`,
      pointed: place.file.text.slice(place.range.start, place.range.end),
      message,
    }
  })
  return { theme, found }
}

test('every class of the closed HTML has a style, and every element with looks of its own', () => {
  const { styles } = themeNamed('default')
  for (const [element, { classes }] of Object.entries(VOCABULARY))
    for (const style of classes)
      if (element !== 'source-ref' && !PAGE_CLASSES.some(page => page === style))
        assert.ok(`${element}.${style}` in styles, `${element}.${style}`)
})

test('a marker that no font has is a fault of the theme, at the marker; one that a family of the package has is none', () => {
  const { theme, found } = parse(
    'extends: default\nstyles:\n  ul.facts: { marker: ☙ }\n  ul: { marker: ✓ }\n',
  )
  assert.is(theme, undefined)
  assert.equal(
    found.map(({ at, pointed }) => [at, pointed]),
    [['theme-invalid 3:23', '☙']],
  )
  const families = 'families: { body: Noto Sans, heading: Noto Sans, fallback: [] }'
  const marked = parse(`extends: default\n${families}\nstyles:\n  ul.facts: { marker: ■ 🎉 }\n`)
  assert.equal(marked.found, [])
})

test('a theme overrides the one it extends, setting by setting', () => {
  const { theme, found } = parse(
    "extends: plain\ncolours: { accent: '#770000' }\nstyles: { h1: { size: 3 } }\n",
  )
  assert.equal(found, [])
  assert.is(theme?.colours.accent, '#770000')
  assert.is(theme?.colours.text, themeNamed('plain').colours.text)
  assert.is(theme?.styles.h1.size, 3)
  assert.is(theme?.styles.h1.leading, themeNamed('plain').styles.h1.leading)
  assert.is(theme?.families.body, 'Source Sans 3')
  assert.is(theme?.families.heading, themeNamed('default').families.heading)
})

test('reports everything that is wrong, where it stands', () => {
  const { theme, found } = parse(
    [
      'extends: default',
      'colour: {}',
      'colours: { accent: red }',
      'spacing: { min: big }',
      'styles:',
      '  h1: { colour: crimson, sizes: 2 }',
      '  p.lede: {}',
    ].join('\n'),
  )
  assert.is(theme, undefined)
  assert.equal(found.map(({ at, pointed }) => `${at} ${pointed}`).sort(), [
    'theme-invalid 2:1 colour',
    'theme-invalid 3:20 red',
    'theme-invalid 4:17 big',
    'theme-invalid 6:17 crimson',
    'theme-invalid 6:26 sizes',
    'theme-invalid 7:3 p.lede',
  ])
})

test('the type and the limits of a theme are checked, against the audiences that there are', () => {
  const at = (text: string) => {
    const { theme, found } = parse(`extends: default\n${text}\n`)
    return [theme !== undefined, ...found.map(({ at, pointed }) => `${at} ${pointed}`)]
  }
  assert.equal(at('type: { size: 12, floor: 11, smallest: 7 }\nlimits: { public: 3 }'), [true])
  assert.equal(at('limits: { pubic: 3 }'), [false, 'theme-invalid 2:11 pubic'])
  assert.equal(at('limits: { public: 0 }'), [false, 'theme-invalid 2:19 0'])
  assert.equal(at('type: { size: 9, floor: 10 }'), [false, 'theme-invalid 2:7 { size: 9, floor: 10 }'])
  assert.equal(at('type: { floor: 10 }'), [true])
  assert.equal(at('type: { smallest: 6.9 }'), [true, 'small-type 2:19 6.9'])
  assert.equal(at('type: { size: 10 }\nstyles: { span.tag: { size: 0.79 } }'), [true, 'small-type 3:29 0.79'])
  assert.equal(at('type: { size: 10 }\nstyles: { span.tag: { size: 0.8 } }'), [true])
})

test('a colour that nothing is printed in is a warning where another is meant', () => {
  const spelt = (colours: string, styles = '') => {
    const { theme, found } = parse(`extends: default\ncolours: ${colours}\n${styles}`)
    return [theme !== undefined, ...found.map(({ at, pointed }) => `${at} ${pointed}`)]
  }
  assert.equal(spelt('{ acent: "#5b1a1a" }'), [true, 'unused-colour 2:12 acent'])
  assert.equal(spelt('{ acent: "#5b1a1a" }', 'styles: { h1: { colour: acent } }'), [true])
  assert.equal(spelt('{ brick: "#5b1a1a", shade_5: "#112233" }'), [true])
})

test('a colour that is written almost rightly is shown as it should be', () => {
  const hintOf = (colour: string) => {
    const findings = new Findings()
    const file = new SourceFile(
      'templates/themes/mine.yaml',
      `extends: default\ncolours:\n  accent: ${colour}\n`,
    )
    parseTheme(new Map([...themeFiles, ['mine', file]]), 'mine', findings.report)
    return findings.all.map(({ place, hints: [hint] }) => `${file.position(place.range.start).line} ${hint}`)
  }
  assert.equal(hintOf('"#fa0"'), ['3 write `"#ffaa00"`'])
  assert.equal(hintOf('112233'), ['3 write `"#112233"`'])
  assert.equal(hintOf('red'), ['3 write six hexadecimal digits in quotation marks: `"#1d3c63"`'])
  assert.equal(hintOf('#fa0'), ['3 put the whole text in quotes: `"#fa0"`'])
  assert.equal(hintOf('{ x: #ffaa00 }'), [
    '3 put `"#ffaa00"` in quotation marks, as YAML takes what follows `#` for a comment',
  ])
})

test('families that no list of fonts declares are named at the theme', () => {
  const findings = new Findings()
  const text = 'extends: default\nfamilies: { body: Sorce Serif 4, fallback: [Noto Sans, Noto Sanz] }\n'
  const file = new SourceFile('templates/themes/mine.yaml', text)
  const files = new Map([...themeFiles, ['mine', file]])
  const place = { file, range: { start: 0, end: 0 } }
  assert.is(parseTheme(files, 'mine', findings.report, place, { fonts }), undefined)
  assert.equal(
    findings.all.map(({ place: { file, range }, hints }) => [
      file.path.split('/').at(-1),
      file.text.slice(range.start, range.end),
      ...hints,
    ]),
    [
      ['mine.yaml', 'Sorce Serif 4', 'did you mean `Source Serif 4`?'],
      ['mine.yaml', 'Noto Sanz', 'did you mean `Noto Sans`?'],
    ],
  )
})

test('reports what no file of a chain gives', () => {
  const { found } = parse('families: { body: Source Serif 4, heading: Source Sans 3 }\ncolours: {}\n')
  assert.ok(found.some(({ message }) => message === '`spacing` is missing'))
  assert.ok(found.every(({ at }) => at.startsWith('theme-invalid ')))
})

test('reports a theme that is not there, extends itself, or is not YAML', () => {
  assert.equal(
    parse('extends: defualt\n').found.map(({ at, pointed }) => `${at} ${pointed}`),
    ['theme-invalid 1:10 defualt'],
  )
  assert.match(parse('extends: mine\n').found[0]?.message ?? '', 'extends itself')
  assert.is(parse('a: [1\n').found[0]?.at.split(' ')[0], 'theme-invalid')
  assert.is(parse('- a\n').found[0]?.message, 'the file holds a list, not settings')
})

test('words are printed at a contrast of at least 4.5 to 1', () => {
  for (const name of themeFiles.keys()) {
    const { colours } = themeNamed(name)
    const pairs = [
      ...['text', 'muted', 'accent', 'link', 'warning', 'good', 'bad'].flatMap(ink => [
        `${ink} paper`,
        `${ink} tint`,
      ]),
      ...['text warning_tint', 'accent tag', 'paper warning'],
    ]
    for (const pair of pairs) {
      const [ink = '', ground = ''] = pair.split(' ')
      assert.ok(contrast(colours[ink] ?? '', colours[ground] ?? '') >= 4.5, `${name}: ${pair}`)
    }
  }
})

test('figures are drawn at a contrast of at least 3 to 1, their words at 4.5 to 1', () => {
  for (const name of themeFiles.keys()) {
    const { colours, figures } = themeNamed(name)
    const of = (one: string, other: string) => contrast(colours[one] ?? '', colours[other] ?? '')
    for (const side of figures.series) assert.ok(of(side, 'paper') >= 3, `${name}: ${side}`)
    assert.ok(of('paper', 'accent') >= 4.5, `${name}: numbers`)
    for (const shade of figures.shades) {
      assert.ok(of('text', shade) >= 4.5, `${name}: text on ${shade}`)
      assert.ok(of('accent', shade) >= 3, `${name}: accent on ${shade}`)
    }
  }
})

test('the shades of risk grow darker', () => {
  for (const name of themeFiles.keys()) {
    const { colours, figures } = themeNamed(name)
    const lightness = figures.shades.map(shade => luminance(colours[shade] ?? ''))
    assert.equal(
      lightness,
      [...lightness].sort((one, other) => other - one),
    )
    assert.is(new Set(lightness).size, 5)
  }
})

test.run()
