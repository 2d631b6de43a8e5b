import type { XmlElement } from '../words/parse-xml.js'
import { childrenOf } from './read-docx.js'

/** The elements of properties in the order in which the schema has them (ECMA-376-1, A.1); Word takes a file in another for damaged. */
const ORDERS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({
    'w:pPr':
      'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
    'w:rPr':
      'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
    'w:tblPr':
      'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
    'w:tcPr':
      'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
    'w:trPr':
      'cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden',
    'w:sectPr':
      'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
    'w:pBdr': 'top left bottom right between bar',
    'w:tcBorders': 'top start left bottom end right insideH insideV tl2br tr2bl',
    'w:tblBorders': 'top start left bottom end right insideH insideV',
    'w:tcMar': 'top start left bottom end right',
    'w:tblCellMar': 'top start left bottom end right',
    'w:style':
      'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
    'w:lvl': 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
    'w:tbl': 'tblPr tblGrid tr',
    'w:tr': 'tblPrEx trPr tc',
    'w:tc': 'tcPr p+tbl',
    'w:styles': 'docDefaults latentStyles style',
    'w:numbering': 'numPicBullet abstractNum num numIdMacAtCleanup',
  }).map(([parent, names]) => [parent, names.split(' ').map(name => name)]),
)

/** Elements that stand in another order than the schema has them, or where it has none; what is not ours is not looked at. */
export function orderFaults(element: XmlElement, path = ''): string[] {
  const at = `${path}/${element.name}`
  const order = ORDERS[element.name]
  const faults: string[] = []
  if (order) {
    const ranks = childrenOf(element)
      .filter(({ name }) => name.startsWith('w:'))
      .map(({ name }) => ({ name, rank: order.findIndex(each => each.split('+').includes(name.slice(2))) }))
    ranks.forEach(({ name, rank }, index) => {
      if (rank === -1) faults.push(`${at} has ${name}`)
      else if (rank < (ranks[index - 1]?.rank ?? 0))
        faults.push(`${at} has ${name} after ${ranks[index - 1]?.name}`)
    })
  }
  return [...faults, ...childrenOf(element).flatMap(child => orderFaults(child, at))]
}
