import type { TableSettings } from '../../../typeset/index.js'
import type { UsedStyles } from '../used-styles.js'
import { cssRule, rem } from './css-rule.js'
import { borderValue, type CssContext, spaceDeclarations, textDeclarations } from './style-declarations.js'

/** The rules of tables, as far as a page has them. */
export function tableRules(used: UsedStyles, context: CssContext): string {
  if (!used.has('table')) return ''
  const { sheet } = context
  const { over, over_weight, ...total } = sheet.style('tr.total')
  const caption = sheet.style('caption')
  return [
    ...Object.keys(sheet.theme.styles)
      .filter(key => (key === 'table' || key.startsWith('table.')) && used.has(key))
      .map(key => {
        const style = key.split('.')[1]
        return tableRule(style, sheet.withClass('table', style), context)
      }),
    cssRule(
      ':is(th[scope=col],.head-of)',
      ...textDeclarations(sheet.style('th'), context),
      'vertical-align:bottom',
    ),
    cssRule('.stacked .row-name>:first-child', 'font-weight:700'),
    used.has('caption')
      ? cssRule(
          ':is(caption,.caption)',
          'text-align:start',
          ...textDeclarations(caption, context),
          `padding-block-end:${rem(caption.after ?? 0)}`,
        )
      : '',
    used.has('tr.total')
      ? cssRule(':is(tr.total>*,.stacked-row.total)', ...textDeclarations(total, context)) +
        cssRule(
          'tbody>tr.total:not(:first-child)>*',
          over && `border-block-start:${borderValue(over, over_weight, context)}`,
        )
      : '',
  ].join('')
}

function tableRule(style: string | undefined, settings: TableSettings, context: CssContext): string {
  const { line, line_weight, head_line, head_line_weight, head_fill, padding_x = 0, padding_y = 0 } = settings
  const at = style === undefined ? '' : `.${style}`
  const row = line && borderValue(line, line_weight, context)
  const head = head_line ? borderValue(head_line, head_line_weight, context) : row
  return [
    cssRule(`.table${at}`, spaceDeclarations(settings)),
    cssRule(`:is(table,.stacked)${at}`, ...textDeclarations(settings, context)),
    cssRule(
      `table${at}>*>tr>*`,
      `padding:${rem(padding_y)} ${rem(padding_x)}`,
      `vertical-align:${settings.vertical ?? 'top'}`,
    ),
    cssRule(`table${at}>*>tr>:first-child`, 'padding-inline-start:0'),
    cssRule(`table${at}>*>tr>:last-child:not(.of-figures)`, 'padding-inline-end:0'),
    cssRule(`table${at}>*>tr>.inner`, `padding-inline-start:${rem(padding_x)}`),
    cssRule(`table${at} :is(td,th)>*+*`, `margin-block-start:${rem(settings.gap ?? 0)}`),
    cssRule(
      `table${at} .row-name>:first-child`,
      `font-weight:${settings.names === 'plain' ? 'inherit' : 700}`,
    ),
    row ? cssRule(`table${at}>tbody>tr+tr>*`, `border-block-start:${row}`) : '',
    row ? cssRule(`table${at}`, `border-block-end:${row}`) : '',
    row && settings.lines_within === false
      ? cssRule(`table${at}>tbody>tr.tied>*`, 'border-block-start:0')
      : '',
    cssRule(
      `.stacked${at}>.stacked-row`,
      row && `border-block-start:${row}`,
      `padding-block:${rem(padding_y + (settings.gap ?? 0))}`,
    ),
    cssRule(`.stacked${at}>.tied`, 'border:0'),
    cssRule(`.stacked${at} .head-of`, `margin-block-start:${rem(padding_y + (settings.gap ?? 0))}`),
    head ? cssRule(`table${at}>thead>tr:first-child>*`, `border-block-start:${head}`) : '',
    head ? cssRule(`table${at}>thead>tr:last-child>*`, `border-block-end:${head}`) : '',
    head_fill ? cssRule(`table${at}>thead>tr>*`, `background:${context.colours.named(head_fill)}`) : '',
  ].join('')
}
