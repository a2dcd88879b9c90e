import { execFileSync, spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'
import { completions } from '../../src/cli/completions.ts'
import { FLAGS, flagsOf } from '../../src/cli/flags.ts'
import { dechaff } from '../../src/cli/program.ts'
import { pipelineNames } from '../../src/pipeline/complete.ts'

const commandNames = COMMANDS.map(({ name }) => name)
const has = (shell: string) => spawnSync(shell, ['--version']).status === 0

describe('the tables of commands and flags', () => {
  it('name every flag of a command once, and no command that is not there', () => {
    for (const name of commandNames) {
      const words = flagsOf(name).flatMap((flag) => [
        `--${flag.name}`,
        ...(flag.short ? [`-${flag.short}`] : []),
      ])
      expect(new Set(words).size, name).toBe(words.length)
    }
    expect(FLAGS.flatMap(({ commands }) => commands).filter((name) => !commandNames.includes(name))).toEqual(
      [],
    )
  })

  it('offer the pipelines of the package', () => {
    const offered = FLAGS.filter(({ name }) => name === 'pipeline').map(({ suggestions }) => suggestions)
    for (const names of offered) expect([...(names ?? [])].sort()).toEqual([...pipelineNames()].sort())
  })

  it('have defaults that are choices', () => {
    for (const { choices, default: value } of FLAGS)
      if (choices && value !== undefined) expect(choices).toContain(value)
  })

  it.each(commandNames)('%s takes its flags and tells them in its help', (name) => {
    const command = name
      .split(' ')
      .reduce((parent, word) => parent.commands.find((one) => one.name() === word)!, dechaff())
    for (const flag of flagsOf(name)) expect(command.helpInformation()).toContain(`--${flag.name}`)
  })
})

describe('completion', () => {
  /** What bash offers where the last word is being typed. */
  const inBash = (...words: string[]): string[] => {
    const script = `${completions('bash', COMMANDS)}
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _dechaff; printf '%s\\n' "\${COMPREPLY[@]}"`
    return execFileSync('bash', ['-c', script, 'bash', ...words], { encoding: 'utf8' })
      .trim()
      .split('\n')
  }

  it('of bash completes commands, flags, choices and files', () => {
    expect(inBash('dechaff', 'comp')).toEqual(['completions'])
    expect(inBash('dechaff', 'clean', '--form')).toEqual(['--format'])
    expect(inBash('dechaff', 'clean', '-f', '')).toEqual(['json', 'md', 'html', 'text'])
    expect(inBash('dechaff', 'sites', 'show', '--')).toEqual(['--sites', '--help'])
    expect(inBash('dechaff', 'sample', 'a')).toEqual(['add', 'accept'])
    expect(inBash('dechaff', 'clean', 'package.j')).toEqual(['package.json'])
    expect(inBash('dechaff', 'run', '--limit', '')).toEqual([''])
  })

  it.skipIf(!has('fish'))('of fish completes the same', () => {
    const inFish = (line: string) =>
      execFileSync('fish', ['--no-config', '-c', `${completions('fish', COMMANDS)}\ncomplete -C '${line}'`], {
        encoding: 'utf8',
      })
        .trim()
        .split('\n')
        .map((one) => one.split('\t')[0])
    expect(inFish('dechaff comp')).toEqual(['completions'])
    expect(inFish('dechaff clean --form')).toEqual(['--format'])
    expect(inFish('dechaff clean -f ')).toEqual(['html', 'json', 'md', 'text'])
    expect(inFish('dechaff sites show --s')).toEqual(['--sites'])
  })

  it.skipIf(!has('zsh'))('of zsh is a script zsh can read', () => {
    const { status, stderr } = spawnSync('zsh', ['-f', '-n', '-c', completions('zsh', COMMANDS)], {
      encoding: 'utf8',
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})
