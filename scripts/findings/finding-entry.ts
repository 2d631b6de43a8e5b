import { DAM_ARTICLE, DAM_BRIEF, DAM_SOURCE } from './example-workspace.js'

/** What the documentation says of a code beyond its meaning. */
export interface FindingEntry {
  /** What to do, in one or two sentences. */
  readonly remedy: string
  readonly example: Example
}

/** Something that provokes a finding. It is run, and what the program prints is shown. */
export interface Example {
  /** What is shown of the files: the part that matters. */
  readonly shown: string
  /** The language of what is shown, for highlighting. */
  readonly language: 'yaml' | 'handlebars' | 'csv' | 'json' | 'html' | 'text' | 'sh'
  /** Files of the workspace and commands, in order; the last command prints the finding. */
  readonly steps: readonly (Files | string)[]
  /** For a finding that no file can provoke: what is printed then. */
  readonly printed?: string
}

/** By path: a text, bytes, or how the text that is there changes; an empty text takes the file away. */
export type Files = Readonly<Record<string, string | Uint8Array | ((text: string) => string)>>

export const BRIEF = 'briefs/dam.yaml'
const TEMPLATE = 'templates/note.hbs'

/** Fields of a brief, after its title and date. */
export function brief(fields: string, command = 'check'): Example {
  return { shown: fields, language: 'yaml', steps: [{ [BRIEF]: `${DAM_BRIEF}${fields}\n` }, command] }
}

/** The whole text of a brief. */
export function wholeBrief(text: string): Example {
  return { shown: text, language: 'yaml', steps: [{ [BRIEF]: `${text}\n` }, 'check'] }
}

/** Fields of a brief that quotes the article of the example workspace, or another one. */
export function quoting(fields: string, article: string = DAM_ARTICLE): Example {
  return {
    shown: article === DAM_ARTICLE ? fields : `# courier.txt: ${article.trim()}\n${fields}`,
    language: 'yaml',
    steps: [{ [BRIEF]: `${DAM_BRIEF}${fields}\n${DAM_SOURCE}`, 'briefs/courier.txt': article }, 'check'],
  }
}

/** A quotation that was proved and locked, and what has come of its brief since, without the text of the source. */
export function locked(before: string, after: string, source = DAM_SOURCE, command = 'check'): Example {
  const files = (fields: string, sources: string) => ({ [BRIEF]: `${DAM_BRIEF}${fields}\n${sources}` })
  return {
    shown: `# when it was locked\n${before}\n# now, and courier.txt is not here\n${after}`,
    language: 'yaml',
    steps: [
      { ...files(before, DAM_SOURCE), 'briefs/courier.txt': DAM_ARTICLE },
      'check --update-lock',
      { ...files(after, source), 'briefs/courier.txt': '' },
      command,
    ],
  }
}

/** The body of a template of the workspace. */
export function template(body: string, fields = 'issue: Should the dam be raised?'): Example {
  return {
    shown: body,
    language: 'handlebars',
    steps: [
      { [TEMPLATE]: `${FRONT_MATTER}${body}\n`, [BRIEF]: `${DAM_BRIEF}${fields}\n` },
      'build -a note -j 1',
    ],
  }
}

/** Front matter of a template, with one line in the place of another. */
export function frontMatter(line: string): Example {
  const [key = ''] = line.split(':')
  const text = FRONT_MATTER.replace(new RegExp(`^${key}: .*$`, 'm'), line)
  return {
    shown: line,
    language: 'yaml',
    steps: [{ [TEMPLATE]: `${text}<h1>{{title}}</h1>\n`, [BRIEF]: DAM_BRIEF }, 'build -a note -j 1'],
  }
}

/** Front matter that declares fields of `custom`, a body, and a brief. */
export function declaring(
  fields: string,
  body: string,
  ofBrief: string,
  command = 'build -a note -j 1',
): Example {
  return {
    shown: `# front matter of note.hbs\n${fields}\n# the brief\n${ofBrief}`,
    language: 'yaml',
    steps: [
      {
        [TEMPLATE]: `${FRONT_MATTER.replace('sections: []', `sections: []\n${fields}`)}<h1>{{title}}</h1>\n${body}\n`,
        [BRIEF]: `${DAM_BRIEF}${ofBrief}\n`,
      },
      command,
    ],
  }
}

/** A theme, locale or table of fonts, and a build that reads it. */
export function settings(path: string, text: string, fields = ''): Example {
  return {
    shown: text,
    language: 'yaml',
    steps: [{ [path]: `${text}\n`, [BRIEF]: `${DAM_BRIEF}${fields}\n` }, 'build -a public -j 1'],
  }
}

/** Rows of a mail merge. */
export function recipients(rows: string, fields = 'bottom_line: Raise it.'): Example {
  return {
    shown: rows,
    language: 'csv',
    steps: [
      { 'briefs/people.csv': `${rows}\n`, [BRIEF]: `${DAM_BRIEF}${fields}\n` },
      'build -a public --data briefs/people.csv -j 1',
    ],
  }
}

/** An article to draft a brief from. */
export function article(text: string | Uint8Array, shown: string): Example {
  return { shown, language: 'text', steps: [{ 'article.txt': text }, 'draft article.txt'] }
}

const FRONT_MATTER = `---
title: Note
description: One page.
page: { size: a4, margins: { top: 20, right: 20, bottom: 20, left: 20 } }
limit: 1
type: { size: 10, floor: 9 }
clearance: TLP:AMBER
sections: []
---
`
