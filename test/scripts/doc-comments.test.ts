import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { docComments } from '../../scripts/reference/doc-comments.js'

const SOURCE = `
const colour = v.pipe(v.string(), v.regex(/^#[{]/, 'a colour'))
const text = {
  /** Multiple of
   * the size. */
  size: v.optional(points),
  colour: v.optional(colour),
}
const style = v.object({
  ...text,
  /** In a rail. */
  'term-width': v.optional(share, { below: 1 }),
})
export const themeSchema = v.object({
  /** Looks. */
  styles: v.object({ h1: v.optional(style, {}) }),
  text,
})
`

test('the comment of a key is found through constants, spreads and wrappers', () => {
  const comments = docComments(SOURCE)
  const found = (...path: string[]) => comments(['themeSchema', ...path])
  assert.is(found('styles'), 'Looks.')
  assert.is(found('styles', 'h1'), '')
  assert.is(found('styles', 'h1', 'size'), 'Multiple of the size.')
  assert.is(found('styles', 'h1', 'term-width'), 'In a rail.')
  assert.is(found('text', 'size'), 'Multiple of the size.')
  assert.is(found('text', 'colour'), '')
})

test('a constant that the source lacks is no silent omission', () => {
  assert.throws(() => docComments(SOURCE)(['localeSchema', 'labels']), /localeSchema/)
})

test.run()
