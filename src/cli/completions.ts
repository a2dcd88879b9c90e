import { type CommandRecord, commandsBelow } from './command.ts'
import type { Flag } from './flag.ts'
import { flagsOf } from './flags.ts'

/** A place on the command line: after `dechaff`, after a command, after a command below it. */
interface Place {
  /** The commands before it. */
  readonly path: string
  readonly below: readonly CommandRecord[]
  readonly flags: readonly Flag[]
  /** Words an operand may be. */
  readonly words: readonly string[]
  /** An operand may name a file. */
  readonly files: boolean
}

/** A script for `bash`, `zsh` or `fish` that completes commands, flags and their values. */
export function completions(shell: string, commands: readonly CommandRecord[]): string {
  const places = [undefined, ...commands].map((own): Place => {
    const path = own?.name ?? ''
    return {
      path,
      below: commandsBelow(path, commands),
      flags: flagsOf(path),
      words: own?.operand?.choices ?? [],
      files: own?.operand !== undefined && !own.operand.isWord,
    }
  })
  const script = shell === 'bash' ? bash(places) : shell === 'zsh' ? zsh(places) : fish(places)
  return `${shell === 'zsh' ? '#compdef dechaff\n' : ''}# Made by "dechaff completions ${shell}".\n${script}`
}

/** What stands where a value of a flag is typed: words, folders, files, or anything. */
function valuesOf({ value = '', choices, suggestions = [] }: Flag) {
  if (choices) return { words: choices }
  if (value.includes('DIR')) return { words: suggestions, paths: 'folders' as const }
  return value.includes('FILE') ? { words: suggestions, paths: 'files' as const } : { words: suggestions }
}

/** Names of a command's flags, as typed. */
const names = ({ name, short }: Flag): string[] => [...(short ? [`-${short}`] : []), `--${name}`]
/** A value must follow. */
const needsValue = ({ value }: Flag): boolean => value?.startsWith('<') ?? false
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
const word = ({ name }: CommandRecord): string => name.split(' ').at(-1)!
/** The first words of a doc, for a list of them. */
const brief = (doc: string): string => doc.split(/[;:] /)[0]!

function bash(places: readonly Place[]): string {
  const value = (path: string, flag: Flag): string => {
    const { words, paths } = valuesOf(flag)
    const found = [
      ...(words.length > 0 ? [`-W ${quoted(words.join(' '))}`] : []),
      ...(paths ? [paths === 'files' ? '-f' : '-d'] : []),
    ].join(' ')
    const at = names(flag).map((name) => quoted(`${path} ${name}`))
    return `    ${at.join('|')})${found && ` mapfile -t COMPREPLY < <(compgen ${found} -- "$word");`} return ;;`
  }
  const values = places.flatMap(({ path, flags }) =>
    flags.filter(needsValue).map((flag) => value(path, flag)),
  )
  const words = places.map(({ path, below, words, flags, files }) => {
    const flagNames = [...flags.map(({ name }) => name), ...(path === '' ? ['version'] : []), 'help']
    const all = [...below.map(word), ...words, ...flagNames.map((name) => `--${name}`)]
    return `    ${quoted(path)}) words=${quoted(all.join(' '))}${files ? ' files=-f' : ''} ;;`
  })
  return `_dechaff() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} path= words= files= i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${path:+$path }\${COMP_WORDS[i]}" in
      ${commandPaths(places).join('|')}) path="\${path:+$path }\${COMP_WORDS[i]}" ;;
    esac
  done
  case "$path $before" in
${values.join('\n')}
  esac
  case "$path" in
${words.join('\n')}
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" $files -- "$word")
}
complete -o filenames -F _dechaff dechaff
`
}

const commandPaths = (places: readonly Place[]): string[] =>
  places.filter(({ path }) => path !== '').map(({ path }) => quoted(path))

function zsh(places: readonly Place[]): string {
  return `${places.map(zshFunction).join('\n')}
if [[ $funcstack[1] == _dechaff ]]; then _dechaff "$@"; else compdef _dechaff dechaff; fi
`
}

const zshName = (path: string): string => `_dechaff${path && `_${path.replaceAll(' ', '_')}`}`
const escaped = (text: string): string => text.replace(/[[\]:\\]/g, '\\$&')

/** Each place is a function; where commands stand below it, it hands over to theirs. */
function zshFunction({ path, below, flags, words, files }: Place): string {
  const name = zshName(path)
  const specs = [...flags.map(zshFlag), quoted('(-h --help)--help[show help]')]
  if (below.length > 0) specs.push(quoted(`1:command:${name}_below`), quoted('*::rest:->rest'))
  else if (words.length > 0) specs.push(quoted(`*:word:(${words.join(' ')})`))
  else if (files) specs.push(quoted('*:file:_files'))
  const body = `  local context state state_descr line
  typeset -A opt_args
  _arguments -C -S ${specs.join(' \\\n    ')}`
  if (below.length === 0) return `${name}() {\n${body}\n}`
  const others = files ? '\n    *) _files ;;' : ''
  return `${name}_below() {
  local -a below=(${below.map((one) => quoted(`${word(one)}:${brief(one.doc)}`)).join(' ')})
  _describe command below${files ? '\n  _files' : ''}
}
${name}() {
${body}
  [[ $state == rest ]] || return
  case $line[1] in
${below.map((one) => `    ${word(one)}) ${zshName(one.name)} ;;`).join('\n')}${others}
  esac
}`
}

function zshFlag(flag: Flag): string {
  const { doc, value } = flag
  const { words, paths } = valuesOf(flag)
  const offered = words.length > 0 ? `(${words.join(' ')})` : ' '
  const action = paths === undefined ? offered : paths === 'files' ? '_files' : '_files -/'
  const label = value && escaped(value.replace(/[<>[\].]/g, ''))
  const due = label === undefined ? '' : `${needsValue(flag) ? ':' : '::'}${label}:${action}`
  return names(flag)
    .map((name) => `${name}${due !== '' && name.startsWith('--') ? '=' : ''}`)
    .map((name) => quoted(`(${names(flag).join(' ')})${name}[${escaped(doc)}]${due}`))
    .join(' ')
}

function fish(places: readonly Place[]): string {
  const lines = places.flatMap(({ path, below, flags, words, files }) => {
    const line = (text: string) =>
      `complete -c dechaff -n ${quoted(`test "$(__dechaff_path)" = "${path}"`)} ${text}`
    return [
      ...below.map((one) => line(`-f -a ${word(one)} -d ${quoted(brief(one.doc))}`)),
      ...(words.length > 0 ? [line(`-f -a ${quoted(words.join(' '))}`)] : []),
      ...(files ? [line('-F')] : []),
      ...flags.map((flag) => line(fishFlag(flag))),
    ]
  })
  return `function __dechaff_path
    set -l path
    for word in (commandline -opc)[2..]
        contains -- "$(string join -- ' ' $path $word)" ${commandPaths(places).join(' ')}; and set -a path $word
    end
    string join -- ' ' $path
end
complete -c dechaff -f
complete -c dechaff -l help -s h -d 'show help'
${lines.join('\n')}
`
}

function fishFlag(flag: Flag): string {
  const { words, paths } = valuesOf(flag)
  const kind = needsValue(flag) ? (paths === undefined ? ' -x' : ' -r -F') : ''
  const offered = words.length > 0 ? ` -a ${quoted(words.join(' '))}` : ''
  const short = flag.short ? ` -s ${flag.short}` : ''
  return `-l ${flag.name}${short}${kind}${offered} -d ${quoted(brief(flag.doc))}`
}
