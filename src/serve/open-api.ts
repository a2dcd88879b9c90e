import { recordJsonSchema } from '../pipeline/record-schema.ts'

interface About {
  readonly version: string
  /** Bytes of a body, at most. */
  readonly bytes: number
  /** Whether a token is asked for. */
  readonly token: boolean
}

const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const text = { type: 'string' } as const
const said = (description: string) => ({
  description,
  ...json({ type: 'object', required: ['error'], properties: { error: text } }),
})

const UNKNOWN = said('The token is missing or wrong')
const REFUSED = said('Asked by a page in a browser, or under a foreign name')

/** The schema of the record, as it is published in the package. */
function recordSchema(): object {
  const { $schema: _, ...schema } = JSON.parse(recordJsonSchema()) as Readonly<Record<string, unknown>>
  return schema
}

const RECORD = { $ref: '#/components/schemas/Record' } as const

const query = (name: string, description: string, schema: object = text) => ({
  name,
  in: 'query',
  description,
  schema,
})

/** The service in OpenAPI 3.1. */
export function openApi({ version, bytes, token }: About): object {
  const page = { type: 'string', format: 'binary', description: `At most ${bytes} bytes, in any charset.` }
  return {
    openapi: '3.1.0',
    info: {
      title: 'dechaff',
      version,
      description: 'Raw page dumps in, clean articles with metadata out. No address is ever opened.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    components: {
      schemas: { Record: recordSchema() },
      ...(token && { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } }),
    },
    security: token ? [{ token: [] }] : [],
    paths: {
      '/clean': {
        post: {
          operationId: 'clean',
          summary: 'Clean one page',
          parameters: [
            query('url', 'Where the page came from; it is not opened.'),
            query('id', 'Name of the page in its record; default: a hash of it.'),
            query('retrieved', 'ISO 8601 moment of retrieval.'),
            query('explain', 'Adds every block with its votes.', {
              enum: ['0', '1', 'false', 'true', ''],
              default: '0',
            }),
            {
              name: 'content-encoding',
              in: 'header',
              description: 'How the body is packed.',
              schema: { enum: ['gzip', 'deflate', 'br', 'identity'], default: 'identity' },
            },
          ],
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  description: 'What it says goes before what the address says.',
                  properties: {
                    ...{ html: text, text, id: text, url: text, contentType: text, retrieved: text },
                    fields: { type: 'object', description: 'Stands in the record under input.fields.' },
                  },
                  oneOf: [{ required: ['html'] }, { required: ['text'] }],
                },
              },
              'text/html': { schema: page },
              'text/plain': { schema: page },
              'application/octet-stream': { schema: page },
            },
          },
          responses: {
            200: { description: 'The record: clean, rejected or failed', ...json(RECORD) },
            400: said('The request is wrong'),
            ...(token && { 401: UNKNOWN }),
            403: REFUSED,
            413: said('The body is too large'),
            415: said('The body is a form, or packed in a way nobody knows'),
            500: said('The service itself broke'),
            503: said('Too many pages in hand; ask again after Retry-After'),
          },
        },
      },
      '/health': {
        get: {
          operationId: 'health',
          summary: 'Whether it is there',
          security: [],
          responses: {
            200: {
              description: 'It is there',
              ...json({
                type: 'object',
                required: ['status', 'version'],
                properties: { status: { const: 'ok' }, version: text },
              }),
            },
            403: REFUSED,
          },
        },
      },
      '/metrics': {
        get: {
          operationId: 'metrics',
          summary: 'Pages by what became of them, and how long they took',
          responses: {
            200: {
              description: "Counts in Prometheus' text format",
              content: { 'text/plain': { schema: text } },
            },
            ...(token && { 401: UNKNOWN }),
            403: REFUSED,
          },
        },
      },
    },
  }
}
