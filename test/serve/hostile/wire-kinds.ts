import { type HostileKind, type HostileSetting, http, render } from './hostile-request.js'

const PATHS = ['/v1/render', '/v1/check', '/healthz', '/', '/v1/jobs/x', '*', '/v1/nothing']
const post = (setting: HostileSetting, head: string, body = '', path = '/v1/render') =>
  `POST ${path} HTTP/1.1\r\nHost: ${setting.host}\r\nAuthorization: Bearer ${setting.token}\r\nContent-Type: application/json\r\n${head}\r\n\r\n${body}`

/** What is wrong in how a request is sent: its line, its headers, the framing of its body, its pace. */
export const WIRE_KINDS: Readonly<Record<string, HostileKind>> = {
  method: setting => {
    const method = setting.random.pick([
      'BREW',
      'PROPFIND',
      'get',
      'PUT',
      'PATCH',
      'TRACE',
      'SEARCH',
      'G\u0000T',
      `${'A'.repeat(3000)}`,
      'CONNECT',
      'DELETE',
    ])
    const path = setting.random.pick(PATHS.filter(each => each !== '/healthz'))
    return {
      name: `${method.slice(0, 12)} ${path}`,
      parts: http(setting, `${method} ${path}`),
      mayClose: method === 'CONNECT',
    }
  },
  'request line': setting => {
    const line = setting.random.pick([
      'GET',
      'GET /healthz',
      'GET  /healthz HTTP/1.1',
      'GET /healthz HTTP/9.9',
      'GET /healthz HTTP/1.1 x',
      '\u0000\u0001\u0002',
      'GET /a b HTTP/1.1',
      'GET http://[/ HTTP/1.1',
      `GET /${'a'.repeat(20_000)} HTTP/1.1`,
      'GET \\\\evil\\share HTTP/1.1',
      '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001',
      'PRI * HTTP/2.0',
    ])
    return { name: line.slice(0, 20), parts: [`${line}\r\nHost: ${setting.host}\r\n\r\n`], end: 'half-close' }
  },
  address: setting => {
    const path = setting.random.pick([
      '//v1/render',
      '/v1//render',
      '/v1/../metrics/..',
      '/v1/render/%00',
      '/v1/%2e%2e/%2e%2e/etc/passwd',
      '/..%2f..%2fetc/passwd',
      '/v1/render;x',
      '/v1/Render',
      '/%ff%fe',
      '/v1/render%',
      '/v1/jobs/%2e%2e%2f%2e%2e',
      `/v1/jobs/${'a'.repeat(9_000)}`,
      '/v1/jobs/__proto__',
      '/v1/jobs/constructor/files/x',
      '/v1/jobs/..',
      '/constructor',
      '/.git/config',
      '/v1/schema/..%5c..',
    ])
    return { name: path.slice(0, 30), parts: http(setting, `GET ${path}`) }
  },
  host: setting => {
    const hosts = [
      'evil.example',
      'localhost.evil.example',
      '127.0.0.1.evil.example:80',
      'user@127.0.0.1',
      '127.0.0.1:99999',
      '127.0.0.2',
      '[::ffff:127.0.0.1]',
      'a b',
      '',
      '0.0.0.0',
      `${'a'.repeat(5_000)}`,
    ]
    const host = setting.random.pick(hosts)
    return {
      name: host.slice(0, 30),
      parts: http(setting, `GET ${setting.random.pick(['/healthz', '/v1/audiences', '/metrics'])}`, {
        Host: host,
      }),
      open: true,
    }
  },
  origin: setting => {
    const origin = setting.random.pick([
      'http://evil.example',
      'null',
      'http://127.0.0.1',
      'https://127.0.0.1:8080',
      'file://',
    ])
    return {
      name: origin,
      parts: render(setting, { brief: 'title: A', audience: 'press' }, { Origin: origin }),
      open: true,
    }
  },
  'not one host': ({ host, random }) => {
    const hosts = random.pick([
      '',
      `Host: ${host}\r\nHost: evil.example\r\n`,
      `Host: evil.example\r\nHost: ${host}\r\n`,
    ])
    return { name: hosts, parts: [`GET /healthz HTTP/1.1\r\n${hosts}\r\n`], end: 'half-close' }
  },
  'large headers': setting => {
    const headers = setting.random.chance(0.5)
      ? { X: 'x'.repeat(20_000 + setting.random.below(100_000)) }
      : Object.fromEntries(
          Array.from({ length: 2_000 + setting.random.below(3_000) }, (_, index) => [
            `X-${index}`,
            'x'.repeat(20),
          ]),
        )
    return { name: String(Object.keys(headers).length), parts: http(setting, 'GET /healthz', headers) }
  },
  'header injection': setting => {
    const header = setting.random.pick([
      'X: a\u0000b',
      'X : a',
      'X\t: a',
      ' X: a',
      'X: a\r Y: b\rZ: c',
      'X(: a',
      ': a',
      'X: a\n\rY: b',
      '\u00e9\u00e9: a',
      'X',
      'Content-Length : 5',
    ])
    return {
      name: JSON.stringify(header),
      parts: [post(setting, header, '', '/v1/render')],
      end: 'half-close',
    }
  },
  smuggling: setting => {
    const { marker } = setting
    const smuggled = `GET /smuggled-${marker} HTTP/1.1\r\nHost: ${setting.host}\r\n\r\n`
    const head = setting.random.pick([
      `Content-Length: ${smuggled.length + 5}\r\nTransfer-Encoding: chunked`,
      'Transfer-Encoding: chunked\r\nContent-Length: 3',
      'Content-Length: 3\r\nContent-Length: 9',
      'Content-Length: 3, 9',
      'Content-Length: +5',
      'Content-Length: -1',
      'Content-Length: 0x10',
      'Content-Length: 5 5',
      'Content-Length: 99999999999999999999999999',
      'Transfer-Encoding: xchunked',
      'Transfer-Encoding: chunked, identity',
      'Transfer-Encoding: identity, chunked, chunked',
      'Transfer-Encoding:\u000bchunked',
      'Transfer-Encoding: chunked\r\nTransfer-Encoding: cow',
    ])
    return {
      name: JSON.stringify(head),
      parts: [post(setting, head, `0\r\n\r\n${smuggled}`)],
      end: 'half-close',
    }
  },
  chunks: setting => {
    const body = setting.random.pick([
      'zz\r\nab\r\n0\r\n\r\n',
      '-1\r\nab\r\n0\r\n\r\n',
      'ffffffffffffffffff\r\nab',
      '5\r\nab\r\n0\r\n\r\n',
      `2;${'x'.repeat(40_000)}\r\nab\r\n0\r\n\r\n`,
      '2\nab\n0\n\n',
      '0x2\r\nab\r\n0\r\n\r\n',
      '2\r\nabX0\r\n\r\n',
      `0\r\n${'X: y\r\n'.repeat(5_000)}\r\n`,
    ])
    return {
      name: JSON.stringify(body.slice(0, 20)),
      parts: [post(setting, 'Transfer-Encoding: chunked', body)],
      end: 'half-close',
    }
  },
  'chunks without end': setting => {
    const chunk = `10000\r\n${setting.marker.padEnd(0x10000, 'x')}\r\n`
    return {
      name: '',
      parts: [
        post(setting, 'Transfer-Encoding: chunked'),
        ...Array.from({ length: 60 + setting.random.below(30) }, () => chunk),
      ],
    }
  },
  'length beyond the limit': setting => ({
    name: '',
    parts: [
      post(
        setting,
        `Content-Length: ${setting.random.pick(['2097153', '999999999', '9007199254740993', '18446744073709551615'])}`,
        'x'.repeat(setting.random.below(9_999)),
      ),
    ],
  }),
  expect: setting => ({
    name: '',
    parts: [
      post(
        setting,
        `Expect: ${setting.random.pick(['nothing', '100-continue, other', '200-ok'])}\r\nContent-Length: 2`,
        '{}',
      ),
    ],
    end: 'half-close',
  }),
  'cut off': setting => {
    const body = JSON.stringify({ brief: `title: ${setting.marker}`, audience: 'press' })
    const length = body.length + 1 + setting.random.below(100_000)
    return {
      name: String(length),
      parts: [post(setting, `Content-Length: ${length}`, body.slice(0, setting.random.below(body.length)))],
      end: setting.random.pick(['half-close', 'reset'] as const),
      mayClose: true,
    }
  },
  'headers cut off': setting => ({
    name: '',
    parts: [post(setting, 'X: y').slice(0, 1 + setting.random.below(60))],
    end: setting.random.pick(['half-close', 'reset'] as const),
    mayClose: true,
  }),
  pipelined: setting => ({
    name: '',
    parts: Array.from({ length: 20 }, () => http(setting, `GET /none-${setting.random.below(999)}`)).flat(),
  }),
  encoding: setting => {
    const encoding = setting.random.pick([
      'gzip',
      'br',
      'deflate',
      'zstd',
      'gzip, gzip',
      'x-gzip',
      'identity, gzip',
      'compress',
      'GZIP',
      'nonsense',
    ])
    return {
      name: encoding,
      parts: render(setting, setting.random.chance(0.5) ? GZIP_BOMB : '{}', { 'Content-Encoding': encoding }),
    }
  },
  token: setting => {
    const authorization = setting.random.pick([
      '',
      'Bearer',
      'Bearer ',
      'Basic YTpi',
      `Bearer ${'x'.repeat(9_000)}`,
      `Bearer ${setting.token.slice(1)}`,
      `Bearer ${setting.token}x`,
      `bearer: ${setting.token}`,
      `Bearer ${setting.token}, Bearer x`,
      'Bearer a b',
      'Digest username="x"',
      `Token ${setting.token}`,
      `Bearer\t\u00e9${setting.token}`,
    ])
    const path = setting.random.pick([
      'GET /v1/audiences',
      'GET /v1/schema',
      `GET /v1/jobs/${setting.foreign.job}`,
      'POST /v1/render',
      'DELETE /v1/jobs/x',
    ])
    return {
      name: authorization.slice(0, 20),
      parts: http(
        setting,
        path,
        { Authorization: authorization },
        path.startsWith('POST') ? '{}' : undefined,
      ),
    }
  },
}

/** One gigabyte of zeros, as its beginning and as many times the same. */
export const GZIP_BOMB = Buffer.concat([
  Buffer.from('1f8b0800000000000003', 'hex'),
  Buffer.from('ecc18101000000808090fe5a'.repeat(2_000), 'hex'),
])

/** Requests that come in slowly, which take as long as the service waits for them. */
export const SLOW_KINDS: Readonly<Record<string, HostileKind>> = {
  'slow headers': setting => ({
    name: '',
    parts: [
      `POST /v1/render HTTP/1.1\r\n`,
      ...Array.from({ length: 60 }, (_, index) => [1_000, `X-${index}: y\r\n`]).flat(),
    ],
    mayClose: setting.random.chance(1),
  }),
  'no headers': () => ({ name: '', parts: ['P', 90_000], mayClose: true }),
  'slow body': setting => ({
    name: '',
    parts: [
      post(setting, 'Content-Length: 500', '{'),
      ...Array.from({ length: 80 }, () => [1_000, ' ']).flat(),
    ],
  }),
  'no body': setting => ({ name: '', parts: [post(setting, 'Content-Length: 500'), 90_000] }),
  'slow chunks': setting => ({
    name: '',
    parts: [
      post(setting, 'Transfer-Encoding: chunked', '1\r\n{\r\n'),
      ...Array.from({ length: 80 }, () => [1_000, '1\r\n \r\n']).flat(),
    ],
  }),
}
