import { Application, LogLevel } from 'typedoc'
import { expect, test } from 'vitest'

test('every public member is documented, and none mentions a private type', async () => {
  // tsc has checked the types already
  const app = await Application.bootstrapWithPlugins({ logLevel: LogLevel.None, skipErrorChecking: true })
  const said: string[] = []
  const { logger } = app
  logger.log = (message, level) => {
    if (level >= LogLevel.Warn) said.push(message)
  }
  const project = await app.convert()
  app.validate(project!)
  expect(said).toEqual([])
  const types = JSON.stringify(app.serializer.projectToObject(project!, '/'))
  expect(types).toContain('"Uint8Array"')
  expect(types).not.toContain('"Buffer"')
}, 300_000)
