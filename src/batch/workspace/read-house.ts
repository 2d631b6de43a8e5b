import { join } from 'node:path'
import { type MarkingScheme, parseMarkingScheme } from '../../brief/index.js'
import { ErrorTracker, type Place, type Report } from '../../diagnostics/index.js'
import { type HouseStyle, parseHouse } from '../../edition/index.js'
import type { NamedPicture } from '../../typeset/index.js'
import { placeOfFile } from './file-place.js'
import { readFileBytes, readTextFile, readTextFolder, resolveInBrief } from './read-file.js'
import { displayPath, isFile, isInside, listResources, realPath, type Workspace } from './workspace.js'

/** The style of the house, at the root of its workspace. */
export const HOUSE_FILE = 'briefwright.yaml'
/** Where marking schemes lie, in a workspace and in the package. */
export const MARKINGS_FOLDER = 'templates/markings'
/** Where themes lie, in a workspace and in the package. */
export const THEMES_FOLDER = 'templates/themes'

/** Where locales lie, in a workspace and in the package. */
export const LOCALES_FOLDER = 'templates/locales'

/** The style of a house as it was read. */
export interface ReadHouse extends HouseStyle {
  /** Whether it and all marking schemes are right: nothing is printed else, since nobody knows who may see what. */
  readonly isSound: boolean
}

/** Reads the style of the house, and the marking schemes that it can put in force. `audiences` are those of the workspace. */
export async function readHouse(
  workspace: Workspace,
  audiences: readonly string[],
  report: Report,
): Promise<ReadHouse> {
  const watch = new ErrorTracker(report)
  const schemes: MarkingScheme[] = []
  for (const [name, file] of await readTextFolder(workspace, MARKINGS_FOLDER, '.yaml', watch.report)) {
    const scheme = parseMarkingScheme(file, name, watch.report)
    if (scheme) schemes.push(scheme)
  }
  const file = await readHouseFile(workspace, watch.report)
  const themes = [...(await listResources(workspace, THEMES_FOLDER, '.yaml')).keys()]
  const locales = [...(await listResources(workspace, LOCALES_FOLDER, '.yaml')).keys()]
  const house = parseHouse(file, { schemes, audiences, themes, locales }, watch.report)
  const logo = await findLogo(house, workspace, watch.report)
  await checkWordStyles(house, workspace, watch.report)
  if (logo && watch.failed) await checkLogo(logo, workspace, watch.report)
  const identity = house.identity && { ...house.identity, logo: logo && house.identity.logo }
  return { ...house, identity, isSound: !watch.failed }
}

interface FoundLogo extends NamedPicture {
  readonly path: string
}

/** A logo that is not there would be missed in every edition, wherever it is printed. */
async function findLogo(
  { identity }: HouseStyle,
  workspace: Workspace,
  report: Report,
): Promise<FoundLogo | undefined> {
  const logo = identity?.logo
  if (!logo || logo.text.trim() === '') return undefined
  const { text: source, place } = logo
  const path = await resolveInBrief(workspace, source, place.file, place, report)
  if (path === undefined) return undefined
  if (await isFile(path, workspace.files)) return { path, source, folder: '.', place }
  reportNoSuchFile(place, `picture \`${displayPath(workspace, path)}\``, 'logo', report)
  return undefined
}

async function checkWordStyles(
  { wordStyles }: HouseStyle,
  workspace: Workspace,
  report: Report,
): Promise<void> {
  if (!wordStyles) return
  const { text, place } = wordStyles
  const path = await resolveInBrief(workspace, text, place.file, place, report)
  if (path !== undefined && !(await isFile(path, workspace.files)))
    reportNoSuchFile(place, `Word file \`${displayPath(workspace, path)}\``, 'word_styles', report)
}

function reportNoSuchFile(place: Place, what: string, key: string, report: Report): void {
  const hint = `the path of \`${key}\` is relative to the folder of \`briefwright.yaml\``
  report('house-invalid', place, `there is no ${what}`, hint)
}

/** Where something else is wrong with the house nothing is printed, and a logo that cannot be would be found only then. */
async function checkLogo(logo: FoundLogo, workspace: Workspace, report: Report): Promise<void> {
  const bytes = await readFileBytes(workspace, logo.path, report, logo.place)
  if (!bytes) return
  const [{ checkPictures }, { readFonts }] = await Promise.all([
    import('../../typeset/index.js'),
    import('./read-fonts.js'),
  ])
  await checkPictures([logo], { read: () => bytes }, await readFonts(workspace, () => {}), report)
}

/** A file that nearly has the name of the house's style would be passed over, and what it says of markings with it. */
async function readHouseFile(workspace: Workspace, report: Report) {
  const names = workspace.files.names(workspace.root)
  for (const name of names.filter(each => each !== HOUSE_FILE && ALIKE.test(each)))
    report(
      'house-invalid',
      placeOfFile(workspace, join(workspace.root, name)),
      `\`${name}\` is not read`,
      `name it \`${HOUSE_FILE}\``,
    )
  if (!names.includes(HOUSE_FILE)) return undefined
  const path = join(workspace.root, HOUSE_FILE)
  if (isInside(workspace, realPath(path, workspace.files))) return readTextFile(workspace, path, report)
  report(
    'path-outside-workspace',
    placeOfFile(workspace, path),
    `\`${HOUSE_FILE}\` is a link that leads out of the workspace`,
    'put the file itself in its place',
  )
  return undefined
}

const ALIKE = /^briefwright\.(?:ya?ml|json)$/i
