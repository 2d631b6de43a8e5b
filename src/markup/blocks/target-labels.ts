import { parseTargetName } from '../../brief/index.js'
import type { Place } from '../../diagnostics/index.js'
import { fillPattern } from '../locale/locale.js'
import type { BlockContext } from './block-context.js'
import type { Inline } from './inlines.js'

/** A title with the label before it that references say, as in “Table 2. Costs”; the label alone where there is no title. */
export function withTargetLabel(
  title: readonly Inline[] | undefined,
  name: string | undefined,
  place: Place,
  { crossReferences, locale, column }: BlockContext,
): Inline[] | undefined {
  const label = name === undefined ? undefined : crossReferences.labelOf(name, { locale, column })
  if (label === undefined) return title && [...title]
  const [first] = title ?? []
  const labelPlace = first?.place ?? place
  const words = (text: string): Inline[] => (text === '' ? [] : [{ kind: 'text', text, place: labelPlace }])
  const spanOf = (style: 'annex' | 'number', children: readonly Inline[]): Inline => ({
    ...{ kind: 'span', style, lang: undefined, children, place: labelPlace },
  })
  const isOfAnnex = name !== undefined && parseTargetName(name)?.kind === 'annex'
  const labelled = (text: string): Inline => {
    const number = spanOf('number', words(text))
    return isOfAnnex ? spanOf('annex', [number]) : number
  }
  if (!first) return [labelled(label)]
  const pattern = fillPattern(locale.referenceFormat('titled'), { label })
  const [before = '', after = ''] = pattern.split('{title}')
  const mark = before.trimEnd()
  return [labelled(mark), ...words(before.slice(mark.length)), ...(title ?? []), ...words(after)]
}
