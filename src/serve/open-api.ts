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

const RECORD = {
  type: 'object',
  description: 'What became of the page: its record, keys in fixed order (README, "As a library").',
  required: ['id', 'input', 'status', 'reason', 'articles', 'dropped'],
  properties: {
    id: text,
    input: { type: 'object' },
    status: { enum: ['clean', 'rejected', 'failed'] },
    reason: {
      type: ['object', 'null'],
      required: ['code', 'message'],
      properties: { code: text, message: text, stage: text },
    },
    articles: {
      type: 'array',
      items: {
        type: 'object',
        required: ['text', 'markdown', 'wordCount', 'confidence', 'evidence'],
        properties: {
          title: text,
          authors: { type: 'array', items: text },
          published: { ...text, description: 'ISO 8601 with the precision printed' },
          language: { ...text, description: 'BCP 47' },
          text,
          markdown: text,
          wordCount: { type: 'integer' },
          confidence: { type: 'number', minimum: 0, maximum: 1 },
        },
      },
    },
    dropped: { type: 'object' },
    blocks: { type: 'array', description: 'With explain: every block with its verdict and votes.' },
  },
} as const

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
    },
    ...(token && {
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: [{ token: [] }],
    }),
    paths: {
      '/clean': {
        post: {
          operationId: 'clean',
          summary: 'Clean one page',
          parameters: [
            query('url', 'Where the page came from; it is not opened. With a page as the body.'),
            query('id', 'Name of the page in its record. With a page as the body.'),
            query('explain', 'Adds every block with its votes.', { type: 'boolean', default: false }),
          ],
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  properties: { html: text, text, id: text, url: text, contentType: text, retrieved: text },
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
            ...(token && { 401: said('The token is missing or wrong') }),
            413: said('The body is too large'),
            503: said('Too many pages in hand; ask again after Retry-After'),
          },
        },
      },
      '/health': {
        get: {
          operationId: 'health',
          security: [],
          responses: { 200: { description: 'It is there', ...json({ type: 'object' }) } },
        },
      },
      '/metrics': {
        get: {
          operationId: 'metrics',
          responses: {
            200: { description: "Counts in Prometheus' text format", content: { 'text/plain': {} } },
          },
        },
      },
    },
  }
}
