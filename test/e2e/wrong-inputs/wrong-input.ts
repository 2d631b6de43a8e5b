/** A brief, or other files of a workspace, with one fault, and what is to be said of it. */
export interface WrongInput {
  readonly name: string
  /** Added to the brief of all, or other files by their paths; `▸` stands where the finding is to point. */
  readonly files: string | Readonly<Record<string, string>>
  readonly code: string
  /** A piece of the message or of a hint. */
  readonly says: string
  /** What else stands on the command line of `build`. */
  readonly options?: readonly string[]
}

export const wrong = (
  name: string,
  code: string,
  says: string,
  files: WrongInput['files'],
  ...options: string[]
): WrongInput => ({ name, code, says, files, ...(options.length > 0 && { options }) })
