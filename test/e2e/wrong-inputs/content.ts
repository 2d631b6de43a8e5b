import { wrong } from './wrong-input.js'

const section = (body: string) => `sections:\n  - {id: law, title: The law, body: ${body}}\n`

/** Sections, boxes, annexes, notes, references, pictures and long prose. */
export const CONTENT = [
  wrong('a section without a body', 'missing-field', 'body', 'sections:\n  - {▸id: law, title: The law}\n'),
  wrong(
    'a section after an unknown one',
    'unknown-section',
    'did you mean `background`?',
    'sections:\n  - {id: law, title: The law, after: ▸backgruond, body: It is old.}\n',
  ),
  wrong('an id with a blank', 'invalid-value', 'letters', 'boxes:\n  - {id: ▸a ferry, title: A, body: B}\n'),
  wrong(
    'two ids alike across kinds',
    'duplicate-id',
    'law',
    `${section('It is old.')}boxes:\n  - {id: ▸law, title: A, body: B}\n`,
  ),
  wrong(
    'two boxes of one id',
    'duplicate-id',
    'ferry',
    'boxes:\n  - {id: ferry, title: A, body: B}\n  - {id: ▸ferry, title: A, body: B}\n',
  ),
  wrong(
    'a reference to what is not there',
    'unknown-reference',
    'did you mean',
    `${section('It is old.')}background: See @▸sec:lwa.\n`,
  ),
  wrong(
    'a reference of another kind',
    'unknown-reference',
    '@sec:law',
    `${section('It is old.')}background: See @▸box:law.\n`,
  ),
  wrong(
    'a reference to an annex without a letter',
    'unknown-reference',
    'annex',
    'background: See @▸annex:a.\n',
  ),
  wrong('a note without a text', 'note-without-text', '[^1]:', 'background: It rose.▸[^1]\n'),
  wrong('a text without a note', 'note-without-call', '', 'background: |\n  It rose.\n\n  ▸[^1]: In May.\n'),
  wrong(
    'two notes of one label',
    'duplicate-note',
    '',
    'background: |\n  It rose.[^1]\n\n  [^1]: In May.\n  ▸[^1]: In June.\n',
  ),
  wrong(
    'a note in a heading',
    'note-misplaced',
    '',
    'background: |\n  ## Waters▸[^1]\n\n  It rose.\n\n  [^1]: In May.\n',
  ),
  wrong('a note in a short field', 'note-misplaced', '', 'issue: Raise it?▸[^1]\n'),
  wrong('a heading in a short field', 'block-mark', 'background', 'issue: "▸# Raise it?"\n'),
  wrong(
    'a table in a list of facts',
    'block-mark',
    '',
    'key_facts:\n  - |\n    It rose.\n\n    ▸| a | b |\n    |---|---|\n    | 1 | 2 |\n',
  ),
  wrong('HTML in long prose', 'inline-mark', 'no HTML', 'background: |\n  It rose.\n\n  ▸<div>high</div>\n'),
  wrong(
    'a picture without words for it',
    'missing-alt',
    'say what it shows',
    'background: |\n  ▸![](dam.png)\n',
  ),
  wrong('a picture in a short field', 'inline-mark', '', 'issue: Raise it ▸![dam](dam.png)?\n'),
  wrong('an image without alt', 'missing-field', 'alt', 'images:\n  - {▸id: dam, file: dam.png}\n'),
  wrong(
    'an image that is not there',
    'file-unreadable',
    'briefs/dm.png',
    'images:\n  - {id: dam, file: ▸dm.png, alt: A dam.}\n',
  ),
  wrong(
    'an image out of the workspace',
    'path-outside-workspace',
    'copy the file',
    'images:\n  - {id: dam, file: ▸../../dam.png, alt: A dam.}\n',
  ),
  wrong('an SVG with a script', 'image-invalid', 'script', {
    'briefs/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>',
    'briefs/a.yaml': 'images:\n  - {id: dam, file: ▸a.svg, alt: A dam.}\n',
  }),
  wrong('an SVG that draws from elsewhere', 'image-invalid', 'line 2', {
    'briefs/a.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">\n<use href="http://x.org/a.svg#b"/></svg>',
    'briefs/a.yaml': 'images:\n  - {id: dam, file: ▸a.svg, alt: A dam.}\n',
  }),
  wrong('a text that is named as a picture', 'image-invalid', 'PNG', {
    'briefs/a.png': 'no picture',
    'briefs/a.yaml': 'images:\n  - {id: dam, file: ▸a.png, alt: A dam.}\n',
  }),
  wrong(
    'a block quotation that no source has',
    'quote-missing',
    '',
    'background: |\n  He said:\n\n  > ▸The dam will never stand the flood.\nsources:\n  - {id: b, title: B, text: b.txt}\n',
  ),
  wrong('an annex in place of a list', 'wrong-type', 'list', 'annexes: ▸{id: a, title: A, body: B}\n'),
  wrong(
    'a box with an unknown key',
    'unknown-key',
    'did you mean `body`?',
    'boxes:\n  - {id: a, title: A, ▸boddy: B}\n',
  ),
]
