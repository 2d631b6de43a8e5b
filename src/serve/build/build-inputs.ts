import { join, posix, resolve } from 'node:path'
import {
  DISK,
  displayPath,
  type FileInput,
  folderContents,
  HOUSE_FILE,
  isInside,
  type OtherPath,
  type PrintJob,
  pathContent,
  pathOnDisk,
} from '../../batch/index.js'
import { inputsWithPaths, WHOLE_FOLDERS } from '../jobs/known-paths.js'
import type { StoredInputs } from '../store/inputs.js'
import { pictureNames } from './picture-names.js'
import { Turns } from './turns.js'

/** What stands at paths of the workspace: bytes of files, and what else. */
type Contents = Map<string, Buffer | OtherPath>

/** What all briefs have. */
interface Common {
  readonly contents: Contents
  /** What templates seem to name. */
  readonly pictures: readonly string[]
}

/**
 * The inputs of the editions of a workspace, in the store. A list of them is of one brief, so that it stays the same when others change: all of
 * `templates/` and `fonts/`, what the plan of the brief names, and what the brief, the house or a template seems to name as a picture. An edition
 * that is made from more is printed with a longer list.
 */
export class BuildInputs {
  readonly #lists = new Map<string, Promise<string>>()
  readonly #turns = new Turns(AT_A_TIME)
  #common: Promise<Common> | undefined

  constructor(
    /** Absolute. */
    readonly root: string,
    readonly stored: StoredInputs,
  ) {}

  /** The list for the editions of a brief, with what some of them looked for; each is read and sent once. */
  listFor(
    { brief, inputsHash }: PrintJob,
    files: readonly FileInput[],
    more: readonly string[],
  ): Promise<string> {
    const key = JSON.stringify([brief.path, inputsHash, more])
    const known = this.#lists.get(key)
    if (known) return known
    const list = this.#turns.take(() => this.#send(displayPath(this, brief.path), files, more))
    if (this.#lists.size >= MOST_LISTS) this.#lists.clear()
    this.#lists.set(key, list)
    // What failed is tried anew for the next edition.
    list.catch(() => this.#lists.delete(key))
    return list
  }

  async #send(brief: string, files: readonly FileInput[], more: readonly string[]): Promise<string> {
    this.#common ??= this.#readCommon()
    const common = await this.#common
    const contents: Contents = new Map(common.contents)
    const named = files.flatMap(input => (input.startsWith('file:') ? [input.slice('file:'.length)] : []))
    for (const path of [brief, ...named, ...more]) await this.#add(path, contents)
    const texts = textsOf([contents.get(brief), contents.get(HOUSE_FILE)])
    for (const name of [...common.pictures, ...pictureNames(texts)])
      for (const folder of ['.', posix.dirname(brief)]) await this.#add(posix.join(folder, name), contents)
    const sent = new Map<string, Buffer>()
    const others = new Map<string, OtherPath>()
    for (const [path, content] of contents)
      if (Buffer.isBuffer(content)) sent.set(path, content)
      else others.set(path, content)
    return this.stored.put(inputsWithPaths(sent, others))
  }

  async #readCommon(): Promise<Common> {
    const contents: Contents = new Map()
    for (const folder of WHOLE_FOLDERS)
      for (const [path, content] of await folderContents(
        { root: this.root, files: DISK },
        join(this.root, folder),
      ))
        contents.set(displayPath(this, path), content)
    return { contents, pictures: pictureNames(textsOf(contents.values())) }
  }

  /** A path that is spelt with another form of its accents on the disk is added as it is there, too. */
  async #add(path: string, contents: Contents): Promise<void> {
    const absolute = resolve(this.root, path)
    if (contents.has(path) || !isInside(this, absolute) || absolute === this.root) return
    const real = pathOnDisk(absolute, DISK)
    const workspace = { root: this.root, files: DISK }
    if (real !== absolute) contents.set(displayPath(this, real), await pathContent(workspace, real))
    contents.set(displayPath(this, absolute), await pathContent(workspace, absolute))
  }
}

/** Files that are read at a time. */
const AT_A_TIME = 8
/** What is known of lists is a hundred bytes each. */
const MOST_LISTS = 100_000

function* textsOf(contents: Iterable<Buffer | OtherPath | undefined>): Generator<string> {
  for (const content of contents)
    if (Buffer.isBuffer(content) && content.length <= MOST_TEXT && !content.includes(0))
      yield content.toString()
}

/** Bytes: what is larger is no text that names pictures. */
const MOST_TEXT = 2 ** 20
