/** One command. What it does is loaded when it runs, so that help and completion load nothing that reads pages. */
export interface CommandRecord {
  /** `sample add` for one below another. */
  readonly name: string
  /** One sentence in the imperative, no full stop. */
  readonly doc: string
  readonly operand?: {
    /** `<FILE>` must be there, `[FILE]` may be; `...` where there may be several. */
    readonly value: string
    readonly doc: string
    readonly default?: string | readonly string[]
    readonly choices?: readonly string[]
    /** It names no file. */
    readonly isWord?: true
  }
  readonly examples?: readonly string[]
  /** What else `--help` says. */
  readonly notes?: string
  /**
   * @returns the exit code; nothing for 0. Absent where only the commands below it do anything.
   * The type of the flags is that of the function behind; the table of flags says which there are.
   */
  readonly run?: (operands: readonly string[], flags: never) => Promise<number | undefined>
}

/** The commands right below one; those of no name are the first words after `dechaff`. */
export function commandsBelow(parent: string, commands: readonly CommandRecord[]): CommandRecord[] {
  const words = parent === '' ? 0 : parent.split(' ').length
  return commands.filter(
    ({ name }) => name.split(' ').length === words + 1 && (parent === '' || name.startsWith(`${parent} `)),
  )
}
