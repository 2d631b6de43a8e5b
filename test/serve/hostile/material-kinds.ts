import { deflateRawSync, deflateSync } from 'node:zlib'
import { PNG_SIGNATURE, pngChunk, pngHead } from '../../typeset/pictures.js'
import { briefOf, type HostileKind, type HostileSetting, render } from './hostile-request.js'

const FRONT = `---
title: Note
description: For a test.
page: { size: a4, margins: { top: 20, right: 20, bottom: 20, left: 20 } }
limit: 2
type: { size: 10, floor: 9 }
clearance: TLP:CLEAR
sections: [key_facts]
---
`
const repeated = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('')
const nested = (depth: number, open: string, body: string, close: string) =>
  open.repeat(depth) + body + close.repeat(depth)
const EACH = '{{#each @root.key_facts}}'
const facts = (count: number) =>
  `title: A\nas_of: 2025-01-20\nkey_facts:\n${repeated(count, index => `  - fact: Fact ${index} is here\n`)}`

function templated(setting: HostileSetting, body: string, files: Record<string, string> = {}, count = 100) {
  const all = {
    'templates/note.hbs': `${FRONT}<h1>{{title}}</h1>\n${body}<p>${setting.marker}</p>\n`,
    ...files,
  }
  return render(setting, { brief: facts(count), audience: 'note', files: all })
}
const yaml = (setting: HostileSetting, more: string) =>
  render(setting, { brief: `${briefOf(setting.marker)}${more}`, audience: 'press' })
const withFile = (
  setting: HostileSetting,
  name: string,
  content: Buffer | string,
  more = `images:\n  - {id: a, file: ${name}, alt: A picture}\n`,
  other: object = {},
) =>
  render(setting, {
    brief: `${briefOf(setting.marker)}${more}`,
    audience: 'press',
    files: {
      [name.startsWith('house') ? name : `briefs/${name}`]: {
        base64: Buffer.from(content).toString('base64'),
      },
    },
    ...other,
  })

const png = (width: number, height: number, pixels: Buffer) =>
  Buffer.concat([
    PNG_SIGNATURE,
    pngHead(width, height, 8, 2),
    pngChunk('IDAT', deflateSync(pixels)),
    pngChunk('IEND', Buffer.alloc(0)),
  ])

/** A ZIP archive of one entry, which says that it is so large. */
function zipped(name: string, data: Buffer, claimed = data.length): Buffer {
  const packed = deflateRawSync(data)
  const head = (signature: number, at: number, size: number) => {
    const bytes = Buffer.alloc(size)
    bytes.writeUInt32LE(signature, 0)
    bytes.writeUInt16LE(8, at + 10)
    bytes.writeUInt32LE(packed.length, at + 18)
    bytes.writeUInt32LE(claimed, at + 22)
    bytes.writeUInt16LE(name.length, at + 26)
    return bytes
  }
  const local = Buffer.concat([head(0x04034b50, -2, 30), Buffer.from(name), packed])
  const entry = Buffer.concat([head(0x02014b50, 2, 46), Buffer.from(name)])
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.set([1, 0, 1, 0], 8)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, entry, end])
}

/** Briefs, templates and files that would take all there is, were they taken for what they say. */
export const MATERIAL_KINDS: Readonly<Record<string, HostileKind>> = {
  template: setting => {
    const [name, body, files] = setting.random.pick<readonly [string, string, Record<string, string>?]>([
      ['unclosed', '{{#if title}}'],
      ['dynamic partial', '{{> (lookup . "title")}}'],
      ['partial elsewhere', '{{> ../../../etc/passwd}}'],
      ['partial block', '{{#> masthead}}x{{/masthead}}'],
      ['inline partial', '{{#*inline "x"}}{{> x}}{{/inline}}{{> x}}'],
      ['prototype', '{{constructor.constructor}}{{#with (lookup this "__proto__")}}{{this}}{{/with}}'],
      ['constructor', '<p>{{lookup (lookup title "constructor") "name"}}{{__proto__}}</p>'],
      ['itself', '{{> me}}', { 'templates/partials/me.hbs': '<p>x</p>{{> me}}' }],
      [
        'each other',
        '{{> a}}',
        { 'templates/partials/a.hbs': '{{> b}}', 'templates/partials/b.hbs': '{{> a}}' },
      ],
      ['deep', nested(20_000, '{{#if title}}', 'x', '{{/if}}')],
      ['hidden depth', nested(20_000, '{{#if "{"}}', 'x', '{{/if}}')],
      ['expressions', `<p>{{#if ${'(not '.repeat(20_000)}title${')'.repeat(20_000)}}}x{{/if}}</p>`],
      ['raw', '{{{title}}}{{{{raw}}}}x{{{{/raw}}}}'],
      [
        'doubled words',
        `{{#with "abcdefgh"}}${nested(60, '{{#with (join (list this this))}}', '<p>{{this}}</p>', '{{/with}}')}{{/with}}`,
      ],
      ['script', '<script>alert(1)</script><iframe src="file:///etc/passwd"></iframe>'],
      ['elements', nested(5_000, '<section>', '<p>x</p>', '</section>')],
      ['signs', '<'.repeat(200_000)],
    ])
    return { name, parts: templated(setting, body, files) }
  },
  'template loop': setting => {
    const loop = setting.random.pick([
      nested(5, EACH, '', '{{/each}}'),
      nested(90, EACH, '<p>x</p>', '{{/each}}'),
      nested(4, EACH, '{{#if fact}}{{/if}}', '{{/each}}'),
    ])
    return { name: String(loop.length), parts: templated(setting, loop) }
  },
  'front matter': setting => {
    const front = setting.random.pick([
      FRONT.replace('limit: 2', 'limit: .inf'),
      FRONT.replace('limit: 2', 'limit: -1e9'),
      FRONT.replace('size: 10', 'size: 0'),
      FRONT.replace('size: 10', 'size: 1e9'),
      FRONT.replace('top: 20', 'top: 1e9'),
      FRONT.replace('title: Note', 'title: &a [*a]'),
      FRONT.replace(
        'title: Note',
        `a0: &a0 [x,x]\n${repeated(12, index => `a${index + 1}: &a${index + 1} [${Array(9).fill(`*a${index}`).join()}]\n`)}`,
      ),
      FRONT.replace('title: Note', `title: ${'['.repeat(20_000)}`),
      FRONT.replace('---\n', ''),
      '---\n'.repeat(9_000),
      FRONT.replace('clearance: TLP:CLEAR', 'clearance: [TLP:CLEAR, TOP SECRET, ../x]'),
    ])
    return {
      name: front.slice(0, 40),
      parts: render(setting, {
        brief: facts(1),
        audience: 'note',
        files: { 'templates/note.hbs': `${front}<h1>{{title}}</h1>\n` },
      }),
    }
  },
  yaml: setting => {
    const more = setting.random.pick<() => string>([
      () =>
        `custom:\n  a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n${repeated(10, index => `  a${index + 1}: &a${index + 1} [${Array(10).fill(`*a${index}`).join()}]\n`)}`,
      () => `background: ${'['.repeat(10_000)}`,
      () => `background: ${nested(10_000, '{a: ', 'x', '}')}\n`,
      () => `custom: !!js/function "x"\n`,
      () => '__proto__: {a: 1}\n',
      () => `${'title: x\n'.repeat(5_000)}`,
      () => `${repeated(20_000, index => `k${index}: x\n`)}`,
      () => `issue: {${repeated(20_000, index => `a${index}: x, `)}}\n`,
      () => `${': '.repeat(50_000)}\n`,
      () => `\t${'\t'.repeat(100_000)}x\n`,
      () => 'images:\n  - {id: a, file: ../../../../etc/passwd, alt: x}\n',
      () => 'images:\n  - {id: a, file: "http://127.0.0.1/x.png", alt: x}\n',
      () => 'sources:\n  - {id: a, title: A, type: report, text: /etc/passwd}\n',
      () => 'timeline:\n  - {date: 9999999999999-99-99, event: x}\n',
      () => 'tables:\n  - {id: t, title: T, columns: [{key: a, title: A}], data: ../../../etc/passwd}\n',
    ])()
    return { name: more.slice(0, 30), parts: yaml(setting, more) }
  },
  'not a brief': setting => ({
    name: '',
    parts: render(setting, {
      brief: setting.random.pick([
        '\u0000',
        '---',
        '[]',
        '7',
        '{',
        '\ufeff\ufeff',
        '%YAML 9.9\n---\n',
        'a'.repeat(100_000),
        `${setting.marker}: x`,
        '<xml/>',
        'title: &a *a\n',
        '!!binary aaaa',
      ]),
      audience: 'press',
    }),
  }),
  picture: setting => {
    const svg = (body: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${body}</svg>`
    const [name, content] = setting.random.pick<readonly [string, Buffer | string]>([
      ['a.png', png(65_535, 65_535, Buffer.alloc(10))],
      ['a.png', png(2_147_483_647, 2_147_483_647, Buffer.alloc(10))],
      ['a.png', png(0, 0, Buffer.alloc(0))],
      ['a.png', png(4, 4, Buffer.alloc(52)).subarray(0, 40)],
      ['a.png', Buffer.from('GIF89a')],
      ['a.jpg', Buffer.from('ffd8ffc0001108ffffffff030122000211010311', 'hex')],
      ['a.jpg', Buffer.alloc(500)],
      [
        'a.svg',
        `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${svg('<text x="1" y="9">&a;</text>')}`,
      ],
      ['a.svg', svg('<script>alert(1)</script>')],
      ['a.svg', svg('<image href="file:///etc/passwd" width="9" height="9"/>')],
      ['a.svg', svg('<')],
      ['a.svg', svg('<g>'.repeat(20_000))],
    ])
    return { name: `${name} ${content.length}`, parts: withFile(setting, name, content) }
  },
  font: setting => {
    const bytes = setting.random.pick([
      Buffer.alloc(0),
      Buffer.from('hello'),
      Buffer.alloc(50_000),
      Buffer.from('00010000ffff00000000', 'hex'),
      Buffer.from('wOF2'),
      Buffer.from('ttcf00010000ffffffff'),
    ])
    const family = '  normal: own.ttf\n  italics: own.ttf\n  bold: own.ttf\n  bolditalics: own.ttf\n'
    return {
      name: String(bytes.length),
      parts: render(setting, {
        brief: briefOf(setting.marker),
        audience: 'press',
        theme: 'own',
        files: {
          'fonts/fonts.yaml': `Own:\n${family}`,
          'fonts/own.ttf': { base64: bytes.toString('base64') },
          'templates/themes/own.yaml': 'extends: default\nfamilies: { body: Own, heading: Own }\n',
        },
      }),
    }
  },
  theme: setting => {
    const theme = setting.random.pick([
      'extends: own\n',
      'extends: nothing\n',
      'extends: default\nstyles: { p: { size: 1e9 } }\n',
      'extends: default\nstyles: { p: { size: -1 } }\n',
      'extends: default\nstyles: { p: { leading: 0 } }\n',
      'extends: default\nmeasure: 1e-9\n',
      'extends: default\nnothing: 1\n',
      `extends: default\nstyles: ${'['.repeat(9_000)}`,
      'extends: ../../x\n',
      'extends: default\ntype: { size: 0, floor: 0, smallest: 0 }\n',
    ])
    return {
      name: theme,
      parts: render(setting, {
        brief: briefOf(setting.marker),
        audience: 'press',
        theme: 'own',
        files: { 'templates/themes/own.yaml': theme },
      }),
    }
  },
  house: setting => {
    const house = setting.random.pick([
      'logo: /etc/passwd\n',
      'logo: ../../../etc/passwd\n',
      'markings: [../../etc/passwd]\n',
      'nothing: 1\n',
      `organisation: ${'['.repeat(9_000)}`,
      'theme: ../../x\n',
      'clearances: {press: TOP SECRET}\n',
      'word_styles: ../../../etc/passwd\n',
      'lang: [a]\n',
      'formats: [exe]\n',
    ])
    return {
      name: house.slice(0, 40),
      parts: render(setting, {
        brief: briefOf(setting.marker),
        audience: 'press',
        format: 'docx',
        files: { 'briefwright.yaml': house },
      }),
    }
  },
  'styles of Word': setting => {
    const bytes = setting.random.pick<() => Buffer>([
      () => zipped('word/styles.xml', Buffer.alloc(60_000_000, 32)),
      () => zipped('word/styles.xml', Buffer.alloc(60_000_000, 32), 1_000),
      () => zipped('../../../tmp/styles.xml', Buffer.from('x')),
      () => zipped('_rels/.rels', Buffer.alloc(10)).subarray(0, 30),
      () => Buffer.from('PK'),
      () => zipped('__proto__', Buffer.from('x')),
    ])()
    return {
      name: String(bytes.length),
      parts: withFile(setting, 'house.dotx', bytes, '', {
        format: 'docx',
        files: {
          'briefwright.yaml': 'word_styles: house.dotx\n',
          'house.dotx': { base64: bytes.toString('base64') },
        },
      }),
    }
  },
  'huge table': setting => {
    const rows = 20_000 + setting.random.below(20_000)
    const table =
      'tables:\n  - {id: t, title: T, data: t.csv, columns: [{key: a, title: A}, {key: b, title: B}]}\n'
    return {
      name: String(rows),
      parts: withFile(setting, 't.csv', `a,b\n${repeated(rows, index => `${index},"x`)}`, table),
    }
  },
  recipient: setting => {
    const recipient = setting.random.pick<object>([
      { id: '../../x', audience: 'nobody' },
      { audience: 'nobody' },
      { lang: 'a-'.repeat(5_000) },
      { name: 'x', Name: 'y', audience: 'nothing' },
      { lang: '../..' },
    ])
    return {
      name: JSON.stringify(recipient).slice(0, 40),
      parts: render(setting, { brief: briefOf(setting.marker), audience: 'press', recipient }),
    }
  },
}
