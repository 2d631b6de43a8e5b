import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { proseFields } from '../../src/brief/index.js'
import { loadValid, pointedAt } from './helpers.js'

const TEXT = `title: A title
as_of: 2025-01-20
organisation: The office
issue: {default: One, press: Two}
options:
  - name: Wait
    pros: [Cheap, {default: Quick, public: Fast}]
    cons: Slow
watch: [Ice]
quotes:
  - {text: Never., source: paper, context: In passing}
sources:
  - {id: paper, title: The paper, note: {default: Old, pt-BR: Velho, public.es: Viejo}}
audiences:
  - {audience: press, title: For the press}
`

test('every prose text is there with its path, audience and language, and nothing else', () => {
  const fields = [...proseFields(loadValid(TEXT))].map(({ path, text, audience, lang }) => {
    const whom = [audience, lang].filter(each => each !== undefined).join(' ')
    return `${path.join('.')} = ${text}${whom && ` (${whom})`}`
  })
  assert.equal(fields, [
    'title = A title',
    'organisation = The office',
    'issue.default = One',
    'issue.press = Two (press)',
    'quotes.0.context = In passing',
    'options.0.name = Wait',
    'options.0.pros.0 = Cheap',
    'options.0.pros.1.default = Quick',
    'options.0.pros.1.public = Fast (public)',
    'options.0.cons.0 = Slow',
    'watch.0.indicator = Ice',
    'sources.0.note.default = Old',
    'sources.0.note.pt-BR = Velho (pt-BR)',
    'sources.0.note.public.es = Viejo (public es)',
    'audiences.0.title = For the press',
  ])
})

test('each leads to its characters in the file', () => {
  const brief = loadValid(TEXT)
  for (const { path, text } of proseFields(brief)) {
    assert.is(pointedAt(brief.placeWithin(path, 0, text.length)), text)
    assert.is(pointedAt(brief.place(path)), text)
  }
})

test.run()
