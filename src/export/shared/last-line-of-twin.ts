import type { Document } from '../../markup/index.js'

/** What every page says in its header, its footer and behind its text, which a twin without pages says once. */
export const lastLineOfTwin = ({ overlay, running }: Pick<Document, 'overlay' | 'running'>): string =>
  [...new Set([...overlay, ...running.notes])].join(' · ')
