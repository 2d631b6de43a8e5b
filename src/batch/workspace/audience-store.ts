import type { Report, SourceFile } from '../../diagnostics/index.js'
import { type Audience, inHouse, parseAudience } from '../../edition/index.js'
import { type FieldsOfTemplates, fieldsOfTemplates, reportOtherTypes } from './fields-of-templates.js'
import type { KnownToBriefs } from './read-brief.js'
import { readTextFile } from './read-file.js'
import { type ReadHouse, readHouse } from './read-house.js'
import { listResources, type Workspace } from './workspace.js'

/** The audiences of a workspace by name; each template is read once, when it is first asked for. */
export class AudienceStore {
  readonly #files = new Map<string, Promise<SourceFile | undefined>>()
  readonly #parsed = new Map<string, Promise<Audience | undefined>>()
  #declared: Promise<FieldsOfTemplates> | undefined

  private constructor(
    readonly workspace: Workspace,
    /** Path of the template by audience, sorted by name. */
    readonly templates: ReadonlyMap<string, string>,
    readonly house: ReadHouse,
    readonly report: Report,
  ) {}

  /** `report` receives what is wrong with templates, with marking schemes and with the style of the house. */
  static async open(workspace: Workspace, report: Report): Promise<AudienceStore> {
    const templates = await listResources(workspace, 'templates', '.hbs')
    const house = await readHouse(workspace, [...templates.keys()], report)
    return new AudienceStore(workspace, templates, house, report)
  }

  get names(): readonly string[] {
    return [...this.templates.keys()]
  }

  /** What briefs can name. */
  get known(): KnownToBriefs {
    return {
      audiences: this.names,
      markings: this.house.markings,
      customFields: async () => (await this.#fieldsOfTemplates()).types,
    }
  }

  #fieldsOfTemplates(): Promise<FieldsOfTemplates> {
    this.#declared ??= Promise.all(
      this.names.map(async name => [name, await this.template(name)] as const),
    ).then(fieldsOfTemplates)
    return this.#declared
  }

  /** The audiences of these names; those without a template, or with one that is wrong, are left out. */
  async load(names: readonly string[] = this.names): Promise<Audience[]> {
    const loaded = await Promise.all(names.map(name => this.#load(name)))
    return loaded.filter(audience => audience !== undefined)
  }

  /** The file of a template, whatever is wrong with it; read once. */
  template(name: string): Promise<SourceFile | undefined> {
    const known = this.#files.get(name) ?? this.#read(name)
    this.#files.set(name, known)
    return known
  }

  #load(name: string): Promise<Audience | undefined> {
    const known = this.#parsed.get(name) ?? this.#parse(name)
    this.#parsed.set(name, known)
    return known
  }

  async #read(name: string): Promise<SourceFile | undefined> {
    const path = this.templates.get(name)
    return path === undefined ? undefined : readTextFile(this.workspace, path, this.report)
  }

  async #parse(name: string): Promise<Audience | undefined> {
    const file = await this.template(name)
    const audience = file && parseAudience(file, name, this.report, this.house.markings)
    if (audience && audience.fields.size > 0)
      reportOtherTypes(audience, await this.#fieldsOfTemplates(), this.report)
    return audience && inHouse(audience, this.house)
  }
}
