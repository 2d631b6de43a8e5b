import { readdirSync, readFileSync } from 'node:fs'

/** A brief with what every brief needs. */
export const DAM = `title: The dam
as_of: 2025-01-20
issue: Should the dam be raised?
bottom_line: Raise it by two metres.
`

/** A template for an audience of a test's own, set by the package's theme. */
export function template(body: string, settings: Readonly<Record<string, string>> = {}): string {
  const frontMatter = {
    title: 'Note',
    description: 'For tests.',
    page: '{ size: a4, margins: { top: 20, right: 20, bottom: 20, left: 20 } }',
    limit: '1',
    type: '{ size: 10, floor: 9 }',
    clearance: 'TLP:AMBER',
    sections: '[]',
    ...settings,
  }
  const lines = Object.entries(frontMatter).map(([key, value]) => `${key}: ${value}`)
  return ['---', ...lines, '---', body, ''].join('\n')
}

/** Prints the title and the issue. */
export const NOTE = template('<h1>{{title}}</h1>\n{{#if issue}}<p>{{issue}}</p>{{/if}}')

/** The partials that the package has, by name. */
export function packagedPartials(): Record<string, string> {
  const folder = new URL('../../templates/partials/', import.meta.url)
  const files = readdirSync(folder).map(file => [
    file.replace('.hbs', ''),
    readFileSync(new URL(file, folder), 'utf8'),
  ])
  return Object.fromEntries(files)
}
