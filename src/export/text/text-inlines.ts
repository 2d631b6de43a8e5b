import type { Inline, Link } from '../../markup/index.js'
import { twinText } from '../shared/twin-text.js'
import type { TextSetting } from './text-setting.js'

/** The words of inlines, with line ends where they have breaks; what is raised on pages stands in brackets. */
export const setInlines = (inlines: readonly Inline[], setting: TextSetting): string =>
  inlines.map(inline => setInline(inline, setting)).join('')

function setInline(inline: Inline, setting: TextSetting): string {
  switch (inline.kind) {
    case 'text':
      return twinText(inline.text)
    case 'break':
      return '\n'
    case 'superscript':
      return raisedText(setInlines(inline.children, setting))
    case 'link':
      return setLink(inline, setting)
    case 'reference': {
      const label = twinText(inline.label)
      return inline.superscript ? `[${unbroken(label)}]` : label
    }
    case 'note': {
      const { label } = inline
      // A cell of a table is set several times.
      if (!setting.notes.has(label)) setting.notes.set(label, setInlines(inline.children, setting))
      return `[${label}]`
    }
    default:
      return setInlines(inline.children, setting)
  }
}

const unbroken = (text: string): string => text.replace(/ /g, '\u00a0')

/** Figures and signs that Unicode has raised; other letters stand on the line. */
const RAISED = new Map(
  [...'0123456789+-=()n'].map((plain, index) => [plain, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'][index] ?? plain]),
)
const raisedText = (text: string): string =>
  [...text].every(character => RAISED.has(character))
    ? [...text].map(character => RAISED.get(character)).join('')
    : text

/** A link that leads out says where: in angle brackets after its words, or by these, with what an address begins with. */
function setLink({ href, children }: Link, setting: TextSetting): string {
  const words = setInlines(children, setting)
  if (href.startsWith('#')) return words
  const [scheme = ''] = SCHEME.exec(href) ?? []
  const withScheme = `${scheme}${words}`
  const isAddress = [href, href.replace(/\/$/, '')].some(
    address => address === words || address === withScheme,
  )
  if (!isAddress) return `${words} <${href}>`
  return words.startsWith(scheme) || !scheme.startsWith('http') ? words : withScheme
}

const SCHEME = /^(?:https?:\/\/|mailto:|tel:)/
