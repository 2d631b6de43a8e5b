/** Whether the folder that the program was started in is there; says so and sets the exit status if somebody has removed it. */
export function hasWorkingFolder(
  process: Pick<NodeJS.Process, 'cwd' | 'exitCode'> & { readonly stderr: { write(text: string): unknown } },
): boolean {
  try {
    process.cwd()
    return true
  } catch {
    process.stderr.write('error: the folder that the command runs in is not there any more\n')
    process.exitCode = 2
    return false
  }
}
