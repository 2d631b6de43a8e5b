import { briefOf, type HostileKind, type HostileSetting, http, render } from './hostile-request.js'

const REQUEST = ({ marker }: HostileSetting) => ({ brief: briefOf(marker), audience: 'press' })
const WRONG_VALUES: readonly unknown[] = [
  null,
  7,
  -1,
  1e308,
  [],
  {},
  [[]],
  '',
  true,
  ['press', 7],
  { base64: 7 },
  { toString: 'x' },
  'x'.repeat(5_000),
]
const FIELDS = [
  'brief',
  'audience',
  'sources',
  'files',
  'recipient',
  'created',
  'whole',
  'allow_unverified',
  'format',
  'paper',
]
const OUTSIDE = [
  '../../etc/passwd',
  '/etc/passwd',
  '../'.repeat(40),
  'a/../../../b',
  'C:/x',
  'c:\\x',
  '..\\..\\x',
  '\\\\evil\\share',
  'a\u0000b',
  '',
  '.',
  '..',
  './',
  'x/',
  `${'a/'.repeat(400)}b`,
  '\ud800',
  'a\nb',
  '%2e%2e/\u0001',
]
const PATHS = [
  '../brief.yaml',
  '/etc/brief.yaml',
  'briefs/brief.txt',
  'briefs/',
  'briefs/../../x.yaml',
  'C:/brief.yaml',
  'briefs\\brief.yaml',
  'briefs/a\u0000.yaml',
  '',
  'briefs/brief.lock.yaml',
  `briefs/${'a'.repeat(600)}.yaml`,
]

/** JSON that a program could send, but that none should. */
export const BODY_KINDS: Readonly<Record<string, HostileKind>> = {
  'media type': setting => {
    const type = setting.random.pick([
      'text/plain',
      'application/xml',
      'application/x-yaml',
      'application/x-www-form-urlencoded',
      'multipart/mixed; boundary=x',
      'multipart/form-data',
      'multipart/form-data; boundary=',
      'image/png',
      '*/*',
      '',
      'application/json5',
      'application/jsonp',
      'multipart/form-data; boundary="unclosed',
      `multipart/form-data; boundary=${'x'.repeat(5_000)}`,
      'application/json-seq',
    ])
    return { name: type.slice(0, 40), parts: render(setting, REQUEST(setting), { 'Content-Type': type }) }
  },
  json: setting => {
    const { brief } = REQUEST(setting)
    const body = setting.random.pick<() => string | Buffer>([
      () => '',
      () => '{',
      () => '['.repeat(300_000),
      () => '{"a":'.repeat(200_000),
      () => `{"brief": ${'['.repeat(9_000)}${']'.repeat(9_000)}, "audience": "press"}`,
      () => `{"brief": "a", "audience": ${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}}`,
      () => '{"brief": NaN}',
      () => '{"brief": 1e999999, "audience": "press"}',
      () => `{"brief": ${'9'.repeat(100_000)}, "audience": "press"}`,
      () => "{'brief': 'a'}",
      () => '{"brief": "a", "audience": "press",}',
      () => '{"brief": "\u0001", "audience": "press"}',
      () => Buffer.from('{"brief": "a", "audience": "press"}', 'utf16le'),
      () =>
        Buffer.concat([Buffer.from('{"brief": "'), Buffer.from([0xff, 0xfe, 0xc0, 0x80]), Buffer.from('"}')]),
      () => `{"brief": ${JSON.stringify(brief)}, "audience": "press", "audience": "nobody"}`,
      () => `{"brief": ${JSON.stringify(brief)}, "audience": "press", "brief": 7}`,
      () => `{"brief": ${JSON.stringify(brief)}, "audience": "press"} x`,
      () => 'null',
      () => '"x"',
      () => '[]',
      () => `{"brief": "${'a'.repeat(1_500_000)}", "audience": "press"}`,
      () => Buffer.alloc(1_000_000),
    ])()
    return { name: body.toString('latin1').slice(0, 20), parts: render(setting, body) }
  },
  types: setting => {
    const field = setting.random.pick(FIELDS)
    const value = setting.random.pick(
      WRONG_VALUES.filter(
        each => JSON.stringify(each) !== '{}' || !['sources', 'files', 'recipient'].includes(field),
      ).filter(each => each !== true || !['whole', 'allow_unverified'].includes(field)),
    )
    return {
      name: `${field} ${JSON.stringify(value).slice(0, 20)}`,
      parts: render(setting, { ...REQUEST(setting), [field]: value }),
    }
  },
  'unknown fields': setting => {
    const field = setting.random.pick([
      'breif',
      'template',
      'root',
      'resources',
      'settings',
      'cwd',
      '__proto__ ',
      'BRIEF',
      '',
      'files ',
      'a.b',
      '$where',
      setting.marker,
    ])
    return {
      name: field,
      parts: render(setting, { ...REQUEST(setting), [field]: setting.random.pick(WRONG_VALUES) ?? 1 }),
    }
  },
  prototypes: setting => {
    const { random } = setting
    const key = random.pick(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])
    const inner = random.pick([`{"${key}": {"audience": "press"}}`, `{"${key}": "x"}`, '7'])
    const brief = JSON.stringify(briefOf(setting.marker))
    const where = random.pick(['top', 'recipient', 'sources', 'yaml', 'audience', 'theme', 'format'])
    const body: Record<string, string> = {
      top: `{"brief": ${brief}, "audience": "press", "${key}": ${inner}}`,
      recipient: `{"brief": ${brief}, "audience": "press", "recipient": {"${key}": ${inner === '7' ? '[7]' : inner}}}`,
      sources: `{"brief": ${brief}, "audience": "press", "sources": {"${key}": ${inner}}}`,
      yaml: JSON.stringify({ brief: `${briefOf(setting.marker)}${key}: ${inner}\n`, audience: 'press' }),
      audience: `{"brief": ${brief}, "audience": "${key}"}`,
      theme: `{"brief": ${brief}, "audience": "press", "theme": "${key}"}`,
      format: `{"brief": ${brief}, "audience": "press", "format": "${key}"}`,
    }
    return { name: `${where} ${key} ${inner}`, parts: render(setting, body[where] ?? '') }
  },
  paths: setting => {
    const { random } = setting
    const kind = random.pick(['sources', 'files', 'path', 'theme', 'audience'])
    const request = REQUEST(setting)
    const outside = random.pick(OUTSIDE)
    if (kind === 'path') {
      const path = random.pick(PATHS)
      return { name: `path ${path.slice(0, 30)}`, parts: render(setting, { ...request, path }) }
    }
    if (kind === 'theme' || kind === 'audience')
      return {
        name: `${kind} ${outside.slice(0, 20)}`,
        parts: render(setting, { ...request, [kind]: outside || '..' }),
      }
    const name = kind === 'sources' && !/^(?:\/|[cC]:|\\)/.test(outside) ? `../../${outside}` : outside
    return {
      name: `${kind} ${name.slice(0, 30)}`,
      parts: render(setting, { ...request, [kind]: { [name]: setting.marker } }),
    }
  },
  'too many files': setting => ({
    name: '',
    parts: render(setting, {
      ...REQUEST(setting),
      files: Object.fromEntries(
        Array.from({ length: 51 + setting.random.below(5_000) }, (_, index) => [
          `briefs/sources/${index}.txt`,
          '',
        ]),
      ),
    }),
  }),
  'large file': setting => ({
    name: '',
    parts: render(setting, {
      ...REQUEST(setting),
      sources: { 'a.csv': '1,2\n'.repeat(262_145 + setting.random.below(20_000)) },
    }),
  }),
  'no base64': setting => ({
    name: '',
    parts: render(setting, {
      ...REQUEST(setting),
      files: { 'a.png': { base64: setting.random.pick(['?', 'a', '\u0000', 'YQ==YQ==', 'é']) } },
    }),
  }),
  accept: setting => ({
    name: '',
    parts: render(setting, REQUEST(setting), {
      Accept: setting.random.pick(['image/png', 'text/html', 'application/pdf;q=0', 'x', 'text/*']),
    }),
  }),
  'tags of others': setting => ({
    name: '',
    parts: render(
      setting,
      { ...REQUEST(setting), audience: 'nobody' },
      {
        'If-None-Match': setting.random.pick([
          '*',
          setting.foreign.tag,
          `W/${setting.foreign.tag}`,
          `"x", ${setting.foreign.tag}`,
          '"',
          'x'.repeat(9_000),
        ]),
      },
    ),
  }),
  'jobs of others': setting => {
    const { job, file } = setting.foreign
    const line = setting.random.pick([
      `GET /v1/jobs/${job}`,
      `DELETE /v1/jobs/${job}`,
      `GET /v1/jobs/${job}/files/${file}`,
      `HEAD /v1/jobs/${job}`,
      `GET /v1/jobs/${job}?token=x`,
      `GET /v1/jobs/${job}/files/..%2f..%2fjobs%2f${job}.json`,
      `GET /v1/jobs/${job.slice(0, -1)}`,
      `GET /v1/jobs/..%2fresults%2f${job}`,
    ])
    return { name: line.replace(job, 'JOB'), parts: http(setting, line) }
  },
  'a batch of nothing': setting => ({
    name: '',
    parts: render(setting, {
      ...REQUEST(setting),
      ...setting.random.pick<object>([
        { data: [{ id: ['x'] }] },
        { data: 7 },
        { data: [], recipient: {} },
        { audience: [] },
        { format: [] },
        { lang: [] },
        { data: 'id\na\n', lang: 'fr' },
        { audience: ['press', 'press', 7] },
      ]),
    }),
  }),
}
