import type { Peer } from './peer.js'
import { plainPdfmake } from './plain-pdfmake.js'
import { typst } from './typst.js'

/** The programs that ours is compared with: plain pdfmake, and Typst where it is installed. */
export const allPeers = (): readonly Peer[] => [typst(), plainPdfmake()].filter(peer => peer !== undefined)
