import { briefOf, type HostileKind, type HostileSetting, http } from './hostile-request.js'

interface Part {
  readonly head: string
  readonly value: string
}

const field = (name: string, value: string): Part => ({ head: `form-data; name="${name}"`, value })
const file = (name: string, filename: string, value: string): Part => ({
  head: `form-data; name="${name}"; filename="${filename}"`,
  value,
})
const encoded = (parts: readonly Part[], boundary = 'xx') =>
  `${parts.map(({ head, value }) => `--${boundary}\r\nContent-Disposition: ${head}\r\n\r\n${value}\r\n`).join('')}--${boundary}--\r\n`
const form = (setting: HostileSetting, body: string | Buffer, type = 'multipart/form-data; boundary=xx') =>
  http(setting, 'POST /v1/render', { 'Content-Type': type }, body)
const sound = ({ marker }: HostileSetting) => [field('brief', briefOf(marker)), field('audience', 'press')]
const NAMES = [
  '../../etc/passwd',
  '/etc/passwd',
  '..\\..\\x',
  'C:\\x.txt',
  'a\u0000b.txt',
  '\\\\evil\\x',
  'x/../../../y',
  `${'a'.repeat(700)}`,
  '..',
]

/** Forms that no browser sends. */
export const FORM_KINDS: Readonly<Record<string, HostileKind>> = {
  boundary: setting => {
    const body = encoded(sound(setting))
    const type = setting.random.pick([
      'multipart/form-data',
      'multipart/form-data; boundary=yy',
      'multipart/form-data; boundary=',
      'multipart/form-data; boundary="x',
      'multipart/form-data; charset=x',
      'multipart/form-data; boundary=x;boundary=y',
      'multipart/form-data; boundary=xx-',
    ])
    return { name: type, parts: form(setting, body, type) }
  },
  'form cut off': setting => {
    const body = encoded(sound(setting))
    return { name: '', parts: form(setting, body.slice(0, 1 + setting.random.below(body.length - 10))) }
  },
  'many parts': setting => ({
    name: '',
    parts: form(
      setting,
      encoded([
        ...sound(setting),
        ...Array.from({ length: 10_000 }, (_, index) =>
          setting.random.chance(0.5) ? field(`a${index}`, '') : file('sources', `${index}.txt`, ''),
        ),
      ]),
    ),
  }),
  'nested form': setting => ({
    name: '',
    parts: form(
      setting,
      `--xx\r\nContent-Type: multipart/mixed; boundary=yy\r\nContent-Disposition: form-data; name="files"\r\n\r\n${'--yy\r\nContent-Type: multipart/mixed; boundary=yy\r\n\r\n'.repeat(1 + setting.random.below(2_000))}\r\n--xx--\r\n`,
    ),
  }),
  'names of files': setting => {
    const name = setting.random.pick(NAMES)
    const part = setting.random.pick(['files', 'sources', 'templates', 'pictures'])
    const deep = name.startsWith('..') || name.startsWith('x/') ? `../../${name}` : name
    return {
      name: `${part} ${name.slice(0, 20)}`,
      parts: form(setting, encoded([...sound(setting), file(part, deep, setting.marker)])),
    }
  },
  'unknown parts': setting => {
    const name = setting.random.pick([
      'breif',
      '__proto__',
      'constructor',
      'a"b',
      '',
      'file',
      'audience[]',
      'recipient.name',
      'x'.repeat(3_000),
    ])
    return {
      name: name.slice(0, 20),
      parts: form(
        setting,
        encoded([
          ...sound(setting),
          setting.random.chance(0.5) ? field(name, 'x') : file(name, 'x.txt', 'x'),
        ]),
      ),
    }
  },
  'parts of another type': setting => ({
    name: '',
    parts: form(
      setting,
      encoded([
        ...sound(setting),
        setting.random.pick([
          field('sources', 'x'),
          field('files', 'x'),
          field('recipient', '{'),
          field('recipient', '[]'),
          field('options', 'null'),
          field('options', '{"brief": 7}'),
          file('audience', 'a.txt', 'press'),
          field('whole', 'maybe'),
          field('brief', 'title: Again'),
          field('options', '{"__proto__": {"a": 1}, "nothing": 1}'),
        ]),
      ]),
    ),
  }),
  'heads of parts': setting => ({
    name: '',
    parts: form(
      setting,
      setting.random.pick([
        '--xx\r\n\r\nno head\r\n--xx--\r\n',
        `--xx\r\nContent-Disposition: form-data; name="${'a'.repeat(200_000)}"\r\n\r\nx\r\n--xx--\r\n`,
        `--xx\r\n${'X: y\r\n'.repeat(50_000)}\r\nx\r\n--xx--\r\n`,
        '--xx\r\nContent-Disposition: attachment; filename="x"\r\n\r\nx\r\n--xx--\r\n',
        '--xx\r\nContent-Disposition: form-data\r\n\r\nx\r\n--xx--\r\n',
        '--xx--\r\n',
        '',
        '\r\n'.repeat(100_000),
        `${'--xx'.repeat(50_000)}`,
        '--xx\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: form-data; name="brief"\r\n\r\n!!!\r\n--xx--\r\n',
      ]),
    ),
  }),
}
