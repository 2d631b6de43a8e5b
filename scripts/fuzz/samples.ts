import { readdirSync, readFileSync } from 'node:fs'
import { crc32, deflateSync } from 'node:zlib'
import type { Random } from './random.js'

const ROOT = new URL('../../', import.meta.url)

export const readSample = (path: string) => readFileSync(new URL(path, ROOT), 'utf8')
export const readBytes = (path: string) => readFileSync(new URL(path, ROOT))

/** The texts of a folder of the package, by their names. */
export function samplesIn(folder: string, extension: string): Readonly<Record<string, string>> {
  const names = readdirSync(new URL(folder, ROOT)).filter(name => name.endsWith(extension))
  return Object.fromEntries(names.sort().map(name => [name, readSample(`${folder}${name}`)]))
}

export const BRIEF = `title: The dam
subtitle: Before the vote
as_of: 2025-03-10
classification: TLP:GREEN
issue: Should the dam be raised [@article]?
bottom_line: Raise it, as the mayor says: “we will raise the dam” [@article, para. 1].
key_facts:
  - {fact: It is **40 m** high., cite: "@article", priority: must}
timeline:
  - {date: 2025-03-03, event: The vote}
actors:
  - {id: moe, name: Ann Moe, role: Mayor, influence: 4, support: 1, position: For it.}
stakes:
  - {stake: The harvest, who: [moe], likelihood: 3, impact: 4}
quotes:
  - {text: We will raise the dam, speaker: moe, source: article}
sources:
  - {id: article, type: article-newspaper, title: Mayor speaks, issued: 2025-03-03, text: article.txt}
`

export const ARTICLE = `Mayor wants a higher dam

By Otto Brahm

ORLE, March 3, 2025 — “We will raise the dam,” said Ann Moe, the mayor, on Monday. “It is old.”

The council, which meets on Friday, will vote on the plan if the ministry agrees. It would cost $40 million.

“Who pays for it?” asked Juan Vega, a farmer. He said that “the valley has waited long enough,” and that he “never agreed.”

Q: Is it safe?
A: It is safe, as far as we know.
`

export const PAGE = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Mayor wants a higher dam | The Courier</title>
<meta property="og:title" content="Mayor wants a higher dam"><meta name="author" content="Otto Brahm">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Mayor wants a higher dam","datePublished":"2025-03-03"}</script>
</head><body><nav><a href="/">Home</a></nav><article><h1>Mayor wants a higher dam</h1>
${ARTICLE.split('\n\n')
  .slice(2)
  .map(paragraph => `<p>${paragraph}</p>`)
  .join('\n')}
<blockquote><p>The dam is old.</p></blockquote><ul><li>One<li>Two</ul></article><footer>All rights</footer></body></html>
`

export const NOTE = `---
title: Note
description: For tests.
page: { size: a4, margins: { top: 20, right: 20, bottom: 20, left: 20 } }
limit: 2
type: { size: 10, floor: 8 }
clearance: TLP:AMBER
sections: [key_facts, quotes, sources]
---
{{> masthead}}
{{#section "key_facts"}}{{> key-facts}}{{/section}}
{{#section "quotes"}}{{> quotes}}{{/section}}
{{#if issue}}<p class="lead">{{issue}}</p>{{/if}}
<table><tr><th scope="col">Who</th><th scope="col">What</th></tr>{{#each actors}}<tr><td>{{name}}</td><td>{{position}}</td></tr>{{/each}}</table>
{{#section "sources"}}<source-list></source-list>{{/section}}
`

export const PICTURE_NOTE = NOTE.replace(
  '{{> masthead}}',
  '{{> masthead}}\n<figure><img src="picture.png" alt="The dam"><figcaption>The dam</figcaption></figure>',
)

export const RECIPIENTS = 'id,name,audience,lang\njane,Jane Roe,note,en\ntom,"Doe, Tom",note,\n'
export const RECIPIENT_LINES =
  '{"id":"jane","name":"Jane Roe","audience":"note"}\n{"id":"tom","name":"Tom"}\n'

const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
  'base64',
)

/** A JPEG, or a PNG of any kind that there is, whole. */
export function randomPicture(random: Random): Uint8Array {
  if (random.chance(0.2)) return JPEG
  const colour = random.pick([0, 2, 3, 4, 6])
  const depth = random.pick(colour === 0 ? [1, 2, 4, 8, 16] : colour === 3 ? [1, 2, 4, 8] : [8, 16])
  const side = () => (random.chance(0.03) ? random.pick([0, 1, 65_535, 2 ** 31 - 1]) : 1 + random.size(60))
  const [width, height] = [side(), side()]
  const bitsOfPixel = depth * ({ 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[colour as 0] ?? 1)
  const bytes = Math.min(50_000, height * (1 + Math.ceil((width * bitsOfPixel) / 8)))
  const pixels = Buffer.from(Array.from({ length: bytes }, () => random.below(random.pick([2, 256]))))
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([depth, colour, 0, 0, random.chance(0.1) ? 1 : 0], 8)
  const palette = Buffer.alloc(3 * random.pick([1, 2, 16, 256]), 0x7f)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(colour === 3 && random.chance(0.95) ? [chunk('PLTE', palette)] : []),
    ...(random.chance(0.4) ? [chunk('tRNS', Buffer.alloc(random.pick([1, 2, 6, 256]), 1))] : []),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32Of(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

function crc32Of(bytes: Buffer): number {
  if (typeof crc32 === 'function') return crc32(bytes)
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
