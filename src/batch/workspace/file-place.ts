import { type Place, SourceFile } from '../../diagnostics/index.js'
import { displayPath, type Workspace } from './workspace.js'

/** A place for findings about a file that has no text to point into. */
export function placeOfFile(workspace: Pick<Workspace, 'root'>, absolute: string): Place {
  return { file: new SourceFile(displayPath(workspace, absolute), ''), range: { start: 0, end: 0 } }
}
