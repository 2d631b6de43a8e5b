import { DAM_ARTICLE, DAM_BRIEF } from './example-workspace.js'
import {
  BRIEF,
  brief,
  declaring,
  type FindingEntry,
  frontMatter,
  settings,
  template,
} from './finding-entry.js'
import { blackPng, heavyJpeg } from './large-pictures.js'

/** More facts than a page holds, for a template of one page. */
const tooManyFacts = (count: number, priority: string): FindingEntry['example'] => ({
  ...template(
    '<h1>{{title}}</h1>\n{{#section "key_facts"}}<ul>{{#each key_facts}}<li>{{fact}}</li>{{/each}}</ul>{{/section}}',
    `key_facts:\n${`  - {fact: "${'The dam holds the water of the valley. '.repeat(6)}", priority: ${priority}}\n`.repeat(count)}`,
  ),
  shown: `# for an audience of one page\nkey_facts:\n  - {fact: The dam holds …, priority: ${priority}}\n  # and ${count - 1} more of three lines each`,
  language: 'yaml',
})

/** A picture beside the brief that a template shows. */
const picture = (file: string, kind: string, bytes: string | Uint8Array): FindingEntry['example'] => {
  const figure = `<figure><img src="${file}" alt="The dam"></figure>`
  return {
    shown: `# ${file} is ${kind}\n${figure}`,
    language: 'handlebars',
    steps: [
      { [`briefs/${file}`]: bytes, [`templates/${file}`]: bytes },
      ...template(`<h1>{{title}}</h1>\n${figure}`).steps,
    ],
  }
}

/** A chart of a table with these rows, and what a template prints of both. */
const charted = (chart: string, rows: string, body: string): FindingEntry['example'] => {
  const fields = `tables:
  - id: water
    title: Water let out
    columns: [{key: month, title: Who}, {key: litres, title: Litres, unit: million}]
    rows: ${rows}
charts:
  - {id: let-out, title: Water let out, cite: "@office", ${chart}}
sources: [{id: office, title: Water statistics}]`
  return {
    ...template(`<h1>{{title}}</h1>\n${body}\n<source-list></source-list>`, fields),
    shown: fields,
    language: 'yaml',
  }
}

/** Editions, markup, typesetting and fitting. */
export const EDITIONS = {
  'audience-invalid': {
    remedy: 'Correct the front matter; docs/templates.md lists its keys.',
    example: frontMatter('limit: none'),
  },
  'house-invalid': {
    remedy:
      'Correct `briefwright.yaml`, which is the style of the house; docs/house-style.md and docs/markings.md have its keys. Nothing is printed until then.',
    example: settings('briefwright.yaml', 'markings: [tlp, ku]'),
  },
  'marking-scheme-invalid': {
    remedy: 'Correct the scheme; docs/markings.md lists its keys. Nothing is printed until then.',
    example: settings(
      'templates/markings/harbour.yaml',
      'title: Marks of the Harbour Office\nsource: Handbook, chapter 4\nlevels:\n  - {label: OPEN, portion: O, colours: {text: "#ffe680"}}',
    ),
  },
  'edition-withheld': {
    remedy:
      'Nothing needs to be done, but to call back what was handed out before, if it should not be seen any more.',
    example: {
      shown: '# when it was built\nclassification: TLP:CLEAR\n# now: `build` again\nclassification: TLP:RED',
      language: 'yaml',
      steps: [
        { [BRIEF]: `${DAM_BRIEF}classification: TLP:CLEAR\nbottom_line: Raise it.\n` },
        'build -a public -j 1',
        { [BRIEF]: `${DAM_BRIEF}classification: TLP:RED\nbottom_line: Raise it.\n` },
        'build -j 1',
      ],
    },
  },
  'brief-above-clearance': {
    remedy:
      'Take the audience out of `audiences`, lower the marking if it is higher than need be, or clear the audience for its scheme in `briefwright.yaml`; see docs/markings.md.',
    example: brief('classification: TLP:RED\naudiences: [public]\nbottom_line: Raise it.', 'build -j 1'),
  },
  'reference-above-clearance': {
    remedy:
      'Mark the item itself as high as what it refers to, or give it `audiences`, if it is rightly left out.',
    example: brief(
      'bottom_line: Raise it.\nactors:\n  - {id: vela, name: Ines Vela, classification: TLP:RED}\nquotes:\n  - {text: We will raise it, speaker: vela, source: courier}\nsources:\n  - {id: courier, title: Mayor speaks}',
      'build -a public --allow-unverified -j 1',
    ),
  },
  'reference-not-for-audience': {
    remedy:
      'Give the item the same `audiences` as what it names, if it is rightly left out; otherwise let it name what all its readers may see.',
    example: brief(
      'bottom_line: Raise it.\nactors:\n  - {id: vela, name: Ines Vela, audiences: [decision]}\nquotes:\n  - {text: We will raise it, speaker: vela, source: courier}\nsources:\n  - {id: courier, title: Mayor speaks}',
      'build -a public --allow-unverified -j 1',
    ),
  },
  'hidden-actor-named': {
    remedy:
      'Nothing needs to be done if these readers are to go without the text; otherwise take the name out of it, or write another wording for them.',
    example: brief(
      'bottom_line: Ines Vela will raise it.\nactors:\n  - {id: vela, name: Ines Vela, audiences: [decision]}',
      'build -a public -j 1',
    ),
  },
  'title-names-hidden-actor': {
    remedy: 'Write another title for this audience: `title` may have wordings, as other texts.',
    example: brief(
      'subtitle: Who builds what\nactors:\n  - {id: orle, name: Orle, audiences: [decision]}',
      'build -a public -j 1',
    ),
  },
  'hidden-source-quoted': {
    remedy: 'Write a wording without the quotation for these readers, or quote a source that they may see.',
    example: {
      shown:
        'issue: "The mayor: “We will raise the dam if the valley agrees, and not before”."\nsources:\n  - {id: courier, title: Mayor speaks, text: courier.txt, audiences: [decision]}',
      language: 'yaml',
      steps: [
        {
          [BRIEF]: `${DAM_BRIEF}issue: "The mayor: “We will raise the dam if the valley agrees, and not before”."\nsources:\n  - {id: courier, title: Mayor speaks, text: courier.txt, audiences: [decision]}\n`,
          'briefs/courier.txt': DAM_ARTICLE,
        },
        'build -a public -j 1',
      ],
    },
  },
  'citation-left-out': {
    remedy:
      'Nothing needs to be done if the source is rightly kept from these readers; otherwise cite one that they may see.',
    example: brief(
      'bottom_line: Raise it [@courier].\nsources:\n  - {id: courier, title: Mayor speaks, audiences: [decision]}',
      'build -a public -j 1',
    ),
  },
  'custom-field-missing': {
    remedy:
      'Give the brief the field under `custom`, or let the template declare it without `required: true`.',
    example: declaring(
      'fields: {budget: {type: number, required: true}}',
      '<p>{{custom.budget}}</p>',
      'issue: Should the dam be raised?',
    ),
  },
  'custom-field-unserved': {
    remedy: 'Add to `audiences` of the brief one whose template declares the field, or remove the field.',
    example: declaring(
      'fields: {budget: {type: number}}',
      '<p>{{custom.budget}}</p>',
      'custom: {budget: 4.5}\naudiences: [public]',
      'check',
    ),
  },
  'marking-not-compared': {
    remedy:
      'Nothing needs to be done if the item is rightly left out; otherwise let `clearances` of `briefwright.yaml` name its scheme, or its caveat; see docs/markings.md.',
    example: {
      shown:
        '# with `markings: [tlp, uk]` in briefwright.yaml\nkey_facts:\n  - {fact: It is 40 m high., classification: OFFICIAL}',
      language: 'yaml',
      steps: [
        {
          'briefwright.yaml': 'markings: [tlp, uk]\n',
          [BRIEF]: `${DAM_BRIEF}bottom_line: Raise it.\nkey_facts:\n  - {fact: It is 40 m high., classification: OFFICIAL}\n`,
        },
        'build -a public -j 1',
      ],
    },
  },

  'template-syntax': {
    remedy: 'Close what the message names; Handlebars blocks end as they begin: `{{#if x}}` with `{{/if}}`.',
    example: template('<h1>{{title}}</h1>\n{{#if issue}}<p>{{issue}}</p>'),
  },
  'raw-markup': {
    remedy: 'Write two braces: text of a brief is never markup.',
    example: template('<h1>{{title}}</h1>\n<p>{{{issue}}}</p>'),
  },
  'invalid-argument': {
    remedy: 'See the helper in docs/template-reference.md, which has an example of each.',
    example: template('<h1>{{title}}</h1>\n<p>{{date as_of styl="short"}}</p>'),
  },
  'unknown-helper': {
    remedy: 'Correct the name; docs/template-reference.md lists all helpers.',
    example: template('<h1>{{title}}</h1>\n<p>{{lable "risk"}}</p>'),
  },
  'unknown-field': {
    remedy:
      'Correct the name. In a loop `{{title}}` is a field of the item; that of the brief is `{{@root.title}}`. docs/templates.md lists what is checked.',
    example: template('<h1>{{title}}</h1>\n{{#each keyfacts}}<p>{{fact}}</p>{{/each}}'),
  },
  'sections-differ': {
    remedy: 'Let `sections` of the front matter list what the template prints, in its order.',
    example: template('<h1>{{title}}</h1>\n{{#section "issue"}}<p>{{issue}}</p>{{/section}}'),
  },
  'field-unprinted': {
    remedy:
      'Print the field, or take it out of `fields` of the front matter, so that no brief is asked for it.',
    example: declaring('fields: {budget: {type: number}}', '', 'custom: {budget: 4.5}'),
  },
  'recipient-unguarded': {
    remedy: 'Ask first whether there is one, so that the template serves with a mail merge and without.',
    example: {
      ...template('<h1>{{title}}</h1>\n<p>Dear {{recipient.name}},</p>'),
      steps: [...template('<h1>{{title}}</h1>\n<p>Dear {{recipient.name}},</p>').steps.slice(0, 1), 'check'],
    },
  },
  'unknown-partial': {
    remedy: 'Correct the name, or put a file of that name in `templates/partials/`.',
    example: template('<h1>{{title}}</h1>\n{{> key-fact}}'),
  },
  'template-failed': {
    remedy: 'Look at what the value is: a list needs `{{#each}}`, a group the name of one of its fields.',
    example: template('<h1>{{title}}</h1>\n<p>{{key_facts}}</p>', 'key_facts:\n  - It is 40 m high.'),
  },
  'template-budget': {
    remedy:
      'Loop over a list once, rather than within a loop over it. Each call of a helper or a partial, each turn of a loop and each item that a helper looks at counts; the largest edition of the samples takes some thousands.',
    example: template(
      '<h1>{{title}}</h1>\n{{#each key_facts}}\n{{#each @root.key_facts}}{{#each @root.key_facts}}{{#each @root.key_facts}}{{#each @root.key_facts}}\n<p>{{fact}}</p>\n{{/each}}{{/each}}{{/each}}{{/each}}\n{{/each}}',
      `key_facts:\n${'  - It is 40 m high.\n'.repeat(20)}`,
    ),
  },
  'unknown-element': {
    remedy: 'Use an element of the list in docs/template-reference.md.',
    example: template('<h1>{{title}}</h1>\n<div>{{issue}}</div>'),
  },
  'unknown-attribute': {
    remedy:
      'Remove the attribute; docs/template-reference.md lists those of each element. How things look is the theme’s.',
    example: template('<h1>{{title}}</h1>\n<p style="color: red">{{issue}}</p>'),
  },
  'invalid-attribute': {
    remedy: 'Give the attribute a value that the message names.',
    example: template('<h1>{{title}}</h1>\n<table><tr><td colspan="0">{{issue}}</td></tr></table>'),
  },
  'unknown-class': {
    remedy: 'Use a class of the list in docs/template-reference.md.',
    example: template('<h1>{{title}}</h1>\n<p class="leed">{{issue}}</p>'),
  },
  'reference-not-printed': {
    remedy:
      'Give these readers a wording without the reference, or print for them what it leads to. It is printed as “a box not printed here”.',
    example: brief(
      'issue: Should it be raised? See @box:age.\nboxes:\n  - {id: age, title: Its age, body: It is old., audiences: [press]}\naudiences: [decision]',
      'build',
    ),
  },
  'misplaced-element': {
    remedy:
      'Put the element where docs/template-reference.md says that it may stand; headings go down one level at a time.',
    example: template('<h1>{{title}}</h1>\n<h3>The question</h3>\n<p>{{issue}}</p>'),
  },
  'unclosed-element': {
    remedy: 'Close the element, in the reverse order of opening.',
    example: template('<h1>{{title}}</h1>\n<section><p>{{issue}}</section>'),
  },
  'box-too-long': {
    remedy: 'Shorten what the box holds, or give some of its items to other audiences.',
    example: template('<h1>{{title}}</h1>\n<aside words="1">{{paragraphs issue}}</aside>'),
  },
  'chart-without-table': {
    remedy:
      'Print the table of the chart for the same audience, in an annex if need be; a CSV becomes a table with `data` in an item of `tables`.',
    example: charted(
      'kind: column, table: water, x: month, y: litres',
      '[[May, 12], [June, 10]]',
      '{{#each charts}}{{> chart}}{{/each}}',
    ),
  },
  'chart-labels': {
    remedy: 'Use `kind: bar`, whose names stand at the left, shorten the names, or draw fewer categories.',
    example: charted(
      'kind: column, table: water, x: month, y: litres',
      '[[Waterworks of the upper valley, 12], [Waterworks of the lower valley, 10], [Confederation of irrigators, 9], [Intermunicipal association, 3], [Hydroelectric-pumped-storage-power-station, 4]]',
      '{{#each charts}}{{> chart}}{{/each}}{{#each tables}}{{> data-table}}{{/each}}',
    ),
  },
  'missing-alt': {
    remedy: 'Say in `alt` what the picture shows to who cannot see it.',
    example: template('<h1>{{title}}</h1>\n<figure><img src="dam.png"></figure>'),
  },
  'unsafe-link': {
    remedy: 'Give a web address that begins with `https://` or `http://`, or a `mailto:` address.',
    example: template('<h1>{{title}}</h1>\n<p><a href="file:///etc/hosts">{{issue}}</a></p>'),
  },
  'unknown-label': {
    remedy: 'Correct the name, or add the label to a locale in `templates/locales/`.',
    example: template('<h1>{{title}}</h1>\n<p>{{label "rsik"}}</p>'),
  },
  'locale-invalid': {
    remedy: 'Correct the locale file; `templates/locales/en.yaml` of the package has all keys.',
    example: settings(
      'templates/locales/nl.yaml',
      'lang: nl\nlables: {risk: Risico}',
      'lang: nl\nbottom_line: Raise it.',
    ),
  },
  'locale-incomplete': {
    remedy: 'Add what is lacking; `templates/locales/en.yaml` of the package has all keys.',
    example: settings(
      'templates/locales/nl.yaml',
      'lang: nl\nlabels: {bottom_line: Kern}',
      'lang: nl\nbottom_line: Verhoog hem.',
    ),
  },
  'unused-words': {
    remedy: 'Remove what no template prints, or correct its name.',
    example: settings(
      'templates/locales/nl.yaml',
      'lang: nl\nlabels: {handtekening: Handtekening}',
      'lang: nl\nbottom_line: Verhoog hem.',
    ),
  },
  'blocks-in-line': {
    remedy:
      'Print the text with `paragraphs`, outside of `p`. Within an item or a cell, `run_in=true` keeps its first paragraph in the line.',
    example: template(
      '<h1>{{title}}</h1>\n<p>{{background}}</p>',
      'background: |\n  It was raised twice:\n\n  - in 1931\n  - in 1968',
    ),
  },
  'wording-missing': {
    remedy: 'Add a wording in that language: `issue: {default: …, es: …}`.',
    example: {
      shown:
        '# to a recipient whose `lang` is es\nissue: {default: Should it be raised?, es: ¿Hay que elevarla?}\nbottom_line: Raise it by two metres.',
      language: 'yaml',
      steps: [
        {
          [BRIEF]: `${DAM_BRIEF}issue: {default: Should it be raised?, es: ¿Hay que elevarla?}\nbottom_line: Raise it by two metres.\n`,
          'briefs/people.csv': 'id,lang\nayuntamiento,es\n',
        },
        'build -a public --data briefs/people.csv -j 1',
      ],
    },
  },
  'wordings-uneven': {
    remedy:
      'Divide both wordings into the same paragraphs, or leave it: a paragraph without a counterpart stands beside an empty place.',
    example: {
      shown: 'issue: {default: "Is it open?\\n\\nSince when?", fr: Est-il ouvert ?}',
      language: 'yaml',
      steps: [
        {
          [BRIEF]: `${DAM_BRIEF}issue: {default: "Is it open?\\n\\nSince when?", fr: Est-il ouvert ?}\nbottom_line: Raise it.\n`,
          'templates/notice.hbs':
            '---\ntitle: Notice\ndescription: A notice\npage: {size: a4, margins: {top: 20, right: 20, bottom: 20, left: 20}}\nlimit: 1\ntype: {size: 10, floor: 9}\nclearance: TLP:CLEAR\nlanguages: [en, fr]\nsections: [issue]\n---\n{{#parallel}}{{#section "issue"}}{{paragraphs issue}}{{/section}}{{/parallel}}\n',
        },
        'build -a notice -j 1',
      ],
    },
  },
  'unknown-locale': {
    remedy: 'Put a file of labels for the language into `templates/locales/`, or correct `lang`.',
    example: brief('lang: nl\nbottom_line: Verhoog hem.', 'build -a public -j 1'),
  },

  'theme-invalid': {
    remedy: 'Correct the theme; docs/templates.md lists its keys.',
    example: settings(
      'templates/themes/plain.yaml',
      'extends: default\ncolours: {accent: blue}',
      'bottom_line: Raise it.',
    ),
  },
  'unused-colour': {
    remedy: 'Correct the name, or use the colour in a style.',
    example: settings(
      'templates/themes/plain.yaml',
      'extends: default\ncolours: {acent: "#5b1a1a"}',
      'bottom_line: Raise it.',
    ),
  },
  'low-contrast': {
    remedy:
      'Change one of the two colours of the theme: words have a contrast of 4.5 to 1 with their ground, those of 18 points or of 14 in bold and marks of figures 3 to 1 (WCAG 2.2). What counts is what they really stand on in this edition.',
    example: settings(
      'templates/themes/plain.yaml',
      'extends: default\ncolours: {text: "#a0a0a0"}',
      'bottom_line: Raise it.',
    ),
  },
  'small-type': {
    remedy:
      'Set `type.smallest` of the theme to 7 points or more, or leave it out. A style whose size comes to less than the smallest type is printed in that: give it a larger multiple, or let `smallest` be smaller.',
    example: settings(
      'templates/themes/plain.yaml',
      'extends: default\ntype: {smallest: 6}',
      'bottom_line: Raise it.',
    ),
  },
  'font-invalid': {
    remedy:
      'Correct the path in `fonts/fonts.yaml`, which is relative to it, or give a TTF or OTF file whose licence lets it be embedded.',
    example: settings(
      'fonts/fonts.yaml',
      'Source Sans 3:\n  {normal: house/Sans.ttf, italics: house/Sans-It.ttf, bold: house/Sans-Bd.ttf, bolditalics: house/Sans-BI.ttf}',
      'bottom_line: Raise it.',
    ),
  },
  'font-face-missing': {
    remedy:
      'Give the family the face in `fonts/fonts.yaml`, or have the theme ask for none: `em: { italic: false, bold: true }`. Until then the nearest face of the family stands for it.',
    example: settings(
      'fonts/fonts.yaml',
      'Source Sans 3:\n  normal: source-sans-3/SourceSans3-Regular.ttf\n  bold: source-sans-3/SourceSans3-Bold.ttf',
      'bottom_line: Raise *it*.',
    ),
  },
  'missing-glyph': {
    remedy:
      'Name a family that has the character under `fallback` of the theme, and its file in `fonts/fonts.yaml`, or write it in another way.',
    example: brief('bottom_line: Raise it 水.', 'build -a public -j 1'),
  },
  'skin-tone-not-shown': {
    remedy:
      'Nothing, if the quotation is the same to its reader without; copies of the text and screen readers have the tone.',
    example: brief('bottom_line: She answered 👍🏽.', 'build -a public -j 1'),
  },
  'image-invalid': {
    remedy:
      'Correct the path, which is relative to the brief, or save the picture anew, as PNG or JPEG, at a size that a page can show.',
    example: picture('dam.png', 'a GIF', 'GIF89a'),
  },
  'picture-not-in-word': {
    remedy: 'Save the picture as PNG, or as JPEG in RGB, the colours of screens; the PDF prints either.',
    example: {
      shown:
        '# dam.jpg is a JPEG in the four colours of print\n<figure><img src="dam.jpg" alt="The dam"></figure>',
      language: 'handlebars',
      steps: [],
      printed:
        'templates/note.hbs:6:19: error: `dam.jpg` is a JPEG in the four colours of print [picture-not-in-word]\n  hint: save it as PNG, or as JPEG in RGB',
    },
  },
  'image-font': {
    remedy:
      'Convert the text to paths in the program that made the drawing, which keeps its look; or declare its font in `fonts/fonts.yaml`, whose families drawings may ask for by name.',
    example: picture(
      'dam.svg',
      'a drawing with text',
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 20"><text y="15" font-family="Frutiger">The dam</text></svg>',
    ),
  },
  'image-scaled-down': {
    remedy:
      'Nothing, if 300 pixels an inch are enough on paper; save the picture smaller, and the build reads it faster.',
    example: picture('dam.png', 'a PNG of 36 megapixels', blackPng(6000)),
  },
  'image-large': {
    remedy: 'Save the picture anew at the size that the hint names; a JPEG goes into the PDF as it is.',
    example: picture('dam.jpg', 'a JPEG of 36 megapixels', heavyJpeg(6000, 11_800_000)),
  },
  'not-accessible': {
    remedy: 'Mend what the message names; until then the PDF claims neither PDF/UA nor PDF/A.',
    example: template('<h1>{{title}}</h1>\n<table><tr><td>Height</td><td>40 m</td></tr></table>'),
  },
  'column-too-narrow': {
    remedy: 'Nest lists, boxes and columns less deep, or take the block out of its column.',
    example: {
      ...template(
        `<h1>{{title}}</h1>\n<section class="two-columns">${'<ul><li>'.repeat(20)}Raise it.${'</li></ul>'.repeat(20)}</section>`,
      ),
      shown: '<section class="two-columns"><ul><li><ul><li>… (20 lists) Raise it.',
    },
  },
  'overlay-not-shown': {
    remedy:
      'Make the lightest words of the theme darker, so that they can be read on a grey, or write `overlay: off` in the theme: head and foot of the pages say it all the same.',
    example: settings(
      'templates/themes/plain.yaml',
      'extends: default\ncolours: {muted: "#767676"}',
      'status: draft\nbottom_line: Raise it.',
    ),
  },
  'table-too-wide': {
    remedy:
      'Write a soft hyphen where the word may break, give the table fewer columns, or have it on a page that lies with `<table wide="turn">`.',
    example: {
      ...template(
        `<h1>{{title}}</h1>\n<table><tr><th scope="row">${'0123456789'.repeat(20)}</th><td>{{issue}}</td></tr></table>`,
      ),
      shown: '<table><tr><th scope="row">0123456789… (200 digits)</th><td>{{issue}}</td></tr></table>',
    },
  },

  'over-page-limit': {
    remedy:
      'Shorten what must be shown, give some of it `priority: should`, or raise the limit of the audience; the message names the sections that are too long.',
    example: tooManyFacts(40, 'must'),
  },
  'should-left-out': {
    remedy: 'Shorten the brief, or give what may go `priority: could`, and what may not `priority: must`.',
    example: tooManyFacts(20, 'should'),
  },
  'could-left-out': {
    remedy: 'Nothing has to be done; the manifest lists what was left out.',
    example: tooManyFacts(20, 'could'),
  },
} as const satisfies Record<string, FindingEntry>
