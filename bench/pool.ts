import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface ChildOptions {
  /** Module of the child; it calls {@link answer}. */
  readonly worker: URL
  /** Handed to the child as JSON. */
  readonly settings: unknown
  /** Flags of V8 and Node; default none. */
  readonly flags?: readonly string[]
  /** Milliseconds a task may take before the child is ended; default two minutes. */
  readonly timeout?: number
}

/** What became of a task: its result, or why there is none. */
export type Answer<T> = { readonly result: T } | { readonly error: string }

/** A child process that answers one task at a time; it is started when first asked, and anew where it has died. */
export interface Child<T> {
  readonly ask: (task: string) => Promise<Answer<T>>
  readonly end: () => void
}

export function openChild<T>({ worker, settings, flags = [], timeout = 120_000 }: ChildOptions): Child<T> {
  let child: ChildProcess | undefined
  let settle: ((answer: Answer<T>) => void) | undefined
  const start = () => {
    const started = fork(fileURLToPath(worker), [JSON.stringify(settings)], {
      serialization: 'advanced',
      execArgv: [...process.execArgv, ...flags],
    })
    started.on('message', (message) => settle?.(message as Answer<T>))
    started.on('exit', (code, signal) => {
      if (child === started) child = undefined
      settle?.({ error: `the process ended (${signal ?? `code ${code}`})` })
    })
    return started
  }
  const ask = (task: string) =>
    new Promise<Answer<T>>((resolve) => {
      child ??= start()
      const asked = child
      const timer = setTimeout(() => asked.kill('SIGKILL'), timeout)
      settle = (answer) => {
        clearTimeout(timer)
        settle = undefined
        resolve(answer)
      }
      asked.send(task)
    })
  return { ask, end: () => void child?.kill() }
}

/**
 * Hands tasks to child processes, one at a time each, and calls `take` with every answer as it comes. A child that dies
 * or hangs costs its own task only, after a second try. Answers do not come in the order of tasks: `take` is told the task's number.
 */
export async function runTasks<T>(
  tasks: AsyncIterable<string>,
  options: ChildOptions & { readonly jobs: number },
  take: (answer: Answer<T>, number: number) => void,
): Promise<void> {
  const children = Array.from({ length: options.jobs }, () => openChild<T>(options))
  const iterator = tasks[Symbol.asyncIterator]()
  let given = 0
  const serve = async ({ ask }: Child<T>) => {
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      const number = given++
      const first = await ask(next.value)
      // Once more: a busy machine or a file being written must not cost a page.
      take('error' in first ? await ask(next.value) : first, number)
    }
  }
  try {
    await Promise.all(children.map(serve))
  } finally {
    for (const { end } of children) end()
  }
}

/** The child's side: answers every task with what `work` makes of it. */
export function answer<S, T>(work: (task: string, settings: S) => Promise<T>): void {
  const settings = JSON.parse(process.argv[2] ?? 'null') as S
  // Nobody is left to answer.
  process.on('disconnect', () => process.exit())
  process.on('message', async (task: string) => {
    try {
      process.send?.({ result: await work(task, settings) })
    } catch (error) {
      process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
}
