/** Says in words why the system refused a file, for findings; an error without a code is a bug and thrown on. */
export function describeFileError(error: unknown): string {
  const code = systemErrorCode(error)
  if (code === undefined) throw error
  return DESCRIPTIONS[code] ?? `the system says ${code}`
}

/** The code of a system error, such as `ENOENT`. */
export function systemErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

const DESCRIPTIONS: Record<string, string> = {
  EACCES: 'permission denied',
  EEXIST: 'there is a file where a folder is needed',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links go in circles',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'there is no such file',
  ENOSPC: 'no space is left on the disk',
  ENOTFILE: 'it is not a regular file',
  ENOTDIR: 'there is a file where a folder is needed',
  ENOTEMPTY: 'there is a folder in its place',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ERR_INVALID_ARG_VALUE: 'the path holds a character that no path can hold',
}
