import { type Place, SourceFile } from '../diagnostics/index.js'
import { shownPath, type Workspace } from './workspace.js'

/** A place for findings about a file that has no text to point into. */
export function placeOf(workspace: Workspace, absolute: string): Place {
  return { file: new SourceFile(shownPath(workspace, absolute), ''), range: { start: 0, end: 0 } }
}
