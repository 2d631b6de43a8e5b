import { PATHOLOGICAL_TEXTS } from './pathological-texts.js'
import type { Random } from './random.js'

/** Texts that have troubled programs of this kind, and parts of their languages. */
const PARTS = [
  ...[
    '',
    ' ',
    '\t',
    '\n',
    '\n\n',
    '\r\n',
    '\u00a0',
    '\u2028',
    '\ufeff',
    '\0',
    '\u0007',
    '\u001b[31m',
    '\ud800',
  ],
  ...[
    'a',
    'The dam',
    'Ann Moe',
    'said',
    'We will go there now',
    'never',
    'if',
    'not',
    'Mayor',
    'Señor',
    'ß',
    'ﬁ',
    'é',
  ],
  ...[
    '水',
    'ماء',
    'שלום',
    'ไทย',
    '👩‍👩‍👧',
    '🇫🇷',
    '\u202e',
    '\u2066',
    '\u200b',
    '\u200d',
    '\u0301',
    '\u00ad',
    'İ',
    'ı',
  ],
  ...[
    '“',
    '”',
    '‘',
    '’',
    '"',
    "'",
    '«',
    '»',
    '„',
    '‹',
    '…',
    '[…]',
    '[not]',
    '—',
    '–',
    '-',
    '--',
    '“a b c d e”',
  ],
  ...[
    '[@a]',
    '[@article, p. 4]',
    '@a',
    '[-@a]',
    '[@a; @b]',
    '[^1]',
    '[a](b)',
    '[a](javascript:b)',
    '![a](b.png)',
  ],
  ...[
    '**',
    '*',
    '_',
    '`',
    '# ',
    '- ',
    '1. ',
    '> ',
    '|',
    '---',
    '```',
    '~~',
    '<b>',
    '</p>',
    '&amp;',
    '&#0;',
    '<!--',
  ],
  ...[
    '{{',
    '}}',
    '{{title}}',
    '{{{a}}}',
    '{{#if a}}',
    '{{/if}}',
    '{{> part}}',
    '{{recipient.name}}',
    '{{recipient.}}',
  ],
  ...[
    '2025-01-20',
    '2025-02',
    '2025-01~',
    '2024/2025',
    '2025-13-45',
    '0000',
    '-0001',
    '99999',
    '../..',
    'on Monday',
  ],
  ...[
    'null',
    '~',
    'true',
    'no',
    '.inf',
    '0x1f',
    '1e999',
    '-0',
    '1_000',
    '12:30',
    '!!str',
    '&a',
    '*a',
    '<<',
    '%',
    '@',
    '?',
  ],
  ...[
    ': ',
    ' #',
    ',',
    '[',
    ']',
    '{',
    '}',
    '\\',
    '\\u0000',
    '/',
    '//',
    '../../etc/passwd',
    'C:\\a',
    'CON',
    'a/b',
    '.',
    '..',
  ],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'TLP:RED',
    'TLP:CLEAR',
    'UK:SECRET',
    'OFFICIAL',
    'tlp:amber+strict',
  ],
  ...[
    'https://a.example/b?c=d',
    'http://[',
    'mailto:a@b.example',
    'file:///etc',
    'data:text/html,a',
    'a@b.example',
  ],
]

/** A short text of such parts; now and then a long one. */
export function strangeText(random: Random): string {
  if (random.chance(0.01)) {
    const make = random.pick(Object.values(PATHOLOGICAL_TEXTS))
    return make(random.size(20_000)).slice(0, 30_000)
  }
  let text = ''
  for (let count = random.size(12); count > 0; count--)
    text += `${random.pick(PARTS)}${random.chance(0.5) ? ' ' : ''}`
  return text
}

/** A number, text or other scalar as nobody expects it. */
export function strangeScalar(random: Random): unknown {
  const kind = random.below(10)
  if (kind < 5) return strangeText(random)
  if (kind < 7) return random.pick([0, 1, -1, 2, 5, 6, 1e9, -1e9, 0.5, Number.MAX_SAFE_INTEGER, 1e300])
  return random.pick([null, true, false, [], {}, [[]], [''], { default: '' }, { a: null }])
}

/** A text with some things done to it: parts left out, doubled, moved, put in, of another text. */
export function mutateText(text: string, random: Random, others: readonly string[]): string {
  let mutated = text
  for (let count = 1 + random.size(8); count > 0; count--) mutated = mutateOnce(mutated, random, others)
  return mutated.slice(0, 400_000)
}

function mutateOnce(text: string, random: Random, others: readonly string[]): string {
  const at = random.below(text.length + 1)
  const end = Math.min(text.length, at + random.size(random.chance(0.1) ? 5000 : 60))
  const part = text.slice(at, end)
  switch (random.below(9)) {
    case 0:
      return text.slice(0, at) + text.slice(end)
    case 1:
      return text.slice(0, at) + part.repeat(1 + random.size(random.chance(0.05) ? 500 : 5)) + text.slice(end)
    case 2:
      return text.slice(0, at) + strangeText(random) + text.slice(end)
    case 3:
      return text.slice(0, at) + strangeText(random) + text.slice(at)
    case 4: {
      const other = random.pick(others)
      const from = random.below(other.length + 1)
      return text.slice(0, at) + other.slice(from, from + random.size(2000)) + text.slice(end)
    }
    case 5:
      return random.chance(0.3) ? text.slice(0, at) : text.slice(at)
    case 6:
      return swapLines(text, random)
    case 7:
      return text.slice(0, at) + String.fromCharCode(random.below(65_536)) + text.slice(at + 1)
    default:
      return replaceWord(text, at, strangeScalar(random), random)
  }
}

function swapLines(text: string, random: Random): string {
  const lines = text.split('\n')
  const [one, other] = [random.below(lines.length), random.below(lines.length)]
  const kept = lines[one] ?? ''
  lines[one] = lines[other] ?? ''
  if (random.chance(0.7)) lines[other] = kept
  return lines.join('\n')
}

/** Puts a value in the place of the word or line end after an offset. */
function replaceWord(text: string, at: number, value: unknown, random: Random): string {
  const pattern = random.chance(0.5) ? /[\w-]+/g : /(?<=: ).*/g
  pattern.lastIndex = at
  const found = pattern.exec(text)
  if (!found) return text
  const written = typeof value === 'string' && random.chance(0.5) ? value : JSON.stringify(value)
  return text.slice(0, found.index) + written + text.slice(found.index + found[0].length)
}

/** Bytes with some of them changed, left out, doubled or cut off. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let mutated = Buffer.from(bytes)
  for (let count = 1 + random.size(20); count > 0; count--) {
    const at = random.chance(0.5)
      ? random.below(Math.min(512, mutated.length + 1))
      : random.below(mutated.length + 1)
    const end = Math.min(mutated.length, at + random.size(40))
    switch (random.below(6)) {
      case 0:
        mutated = Buffer.concat([mutated.subarray(0, at), mutated.subarray(end)])
        break
      case 1:
        mutated = Buffer.concat([mutated.subarray(0, end), mutated.subarray(at)])
        break
      case 2:
        mutated = random.chance(0.2) ? mutated.subarray(0, at) : mutated
        break
      case 3:
        mutated = Buffer.from(mutated)
        for (let index = at; index < end; index++) mutated[index] = random.pick([0, 255, 127, 128])
        break
      default:
        mutated = Buffer.from(mutated)
        if (at < mutated.length) mutated[at] = random.below(256)
    }
  }
  return mutated
}
