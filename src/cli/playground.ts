import { playgroundPage, servePlayground } from '../playground/playground.ts'
import { untilSignal, writeParts } from './write-page.ts'

/** `dechaff playground`: writes core in a page of its own, or serves it until Ctrl-C. */
export async function playground(flags: {
  readonly out: string
  readonly serve?: true
  readonly port?: number
}): Promise<undefined> {
  if (!flags.serve) {
    await writeParts(flags.out, [playgroundPage()])
    if (flags.out !== '-') process.stderr.write(`The playground is in ${flags.out}; open it in a browser.\n`)
    return
  }
  const server = await servePlayground(flags.port)
  process.stdout.write(`${server.url}\n`)
  process.stderr.write('Open this address. Ctrl-C ends it.\n')
  await untilSignal()
  await server.close()
}
