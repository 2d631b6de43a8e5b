import { closest, type Place, type Report } from '../../diagnostics/index.js'
import type { CompiledTemplate } from '../template/handlebars.js'
import { recipientReadsOf } from '../template/template-uses.js'
import type { NamesFound } from './check-template-names.js'

/** The columns of the data of a mail merge; `none` where there is no merge, `unknown` where that is not told. */
export type KnownRecipients = readonly string[] | 'none' | 'unknown'

/** Checks what a template and its partials read of recipients. */
export function checkRecipientNames(
  template: CompiledTemplate,
  partials: ReadonlyMap<string, CompiledTemplate>,
  { unguarded, recipientFields }: Pick<NamesFound, 'unguarded' | 'recipientFields'>,
  recipients: KnownRecipients,
  report: Report,
): void {
  if (recipients === 'none' || recipients === 'unknown') reportUnguarded(unguarded, recipients, report)
  else {
    for (const { place, name } of recipientFields)
      reportColumn(name, place, recipients, 'unknown-field', report)
    reportColumns(template, partials, recipients, report)
  }
}

function reportUnguarded(
  unguarded: readonly { readonly place: Place; readonly name: string }[],
  recipients: 'none' | 'unknown',
  report: Report,
): void {
  for (const { place, name } of unguarded) {
    const hint = `write it within \`{{#if ${name}}}\``
    if (recipients === 'none')
      report(
        'recipient-absent',
        place,
        `there is no \`${name}\`, as the build is no mail merge`,
        'give the recipients with `--data`',
        hint,
      )
    else report('recipient-unguarded', place, `there is no \`${name}\` without a mail merge`, hint)
  }
}

/** Of a column that no row has, the name of one that is meant; without such a one, the data may yet be given it. */
function reportColumns(
  template: CompiledTemplate,
  partials: ReadonlyMap<string, CompiledTemplate>,
  columns: readonly string[],
  report: Report,
): void {
  const reads = recipientReadsOf(template, partials)
  const asked = new Set(
    reads.filter(({ kind }) => kind === 'asked' || kind === 'tested').map(({ field }) => field),
  )
  for (const { field, place } of reads) {
    const code = asked.has(field) ? 'recipient-column-name' : 'unknown-field'
    if (field !== undefined) reportColumn(field, place, columns, code, report)
  }
}

function reportColumn(
  field: string,
  place: Place,
  columns: readonly string[],
  code: 'unknown-field' | 'recipient-column-name',
  report: Report,
): void {
  const meant = columns.includes(field) ? undefined : closest(field, columns)
  if (meant === undefined || Math.abs(meant.length - field.length) > 2) return
  report(
    code,
    place,
    `no recipient has a column \`${field}\``,
    `did you mean \`${meant}\`?`,
    'or rename the column',
  )
}
