import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { format } from 'oxfmt'
import * as z from 'zod/mini'
import type { Endpoint } from '../core/contract/endpoint.ts'
import { endpoints } from '../core/contract/endpoints.ts'
import { problem } from '../core/contract/index.ts'

/** Where the description stands. */
export const OPENAPI_FILE = new URL('../../docs/openapi.json', import.meta.url)

type Json = Readonly<Record<string, unknown>>

const schemaOf = (schema: z.ZodMiniType): Json => {
  const written: Record<string, unknown> = { ...z.toJSONSchema(schema, { unrepresentable: 'any' }) }
  // The document says once, at its head, by which dialect its schemas are read.
  delete written['$schema']
  return written
}
const content = (schema: z.ZodMiniType, type = 'application/json'): Json => ({
  content: { [type]: { schema: schemaOf(schema) } },
})

const SECURITY = { anybody: [], mailbox: [{ mailbox: [] }], inbox: [], member: [{ session: [] }] } as const

/** One call as OpenAPI 3.1 writes it. */
function operation(name: string, endpoint: Endpoint): Json {
  const { by, does, path, query, body, answer, makes } = endpoint
  const asked = query === undefined ? {} : (schemaOf(query)['properties'] as Readonly<Record<string, Json>>)
  const needed = query === undefined ? [] : ((schemaOf(query)['required'] as string[] | undefined) ?? [])
  const inQuery = Object.entries(asked).map(([of, schema]) => ({
    name: of,
    in: 'query',
    required: needed.includes(of),
    schema,
  }))
  const inPath = path.includes(':id')
    ? [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }]
    : []
  const good =
    answer === undefined ? { description: 'Done.' } : { description: 'The answer.', ...content(answer) }
  return {
    operationId: name,
    summary: does,
    security: SECURITY[by],
    ...(inQuery.length + inPath.length > 0 && { parameters: [...inPath, ...inQuery] }),
    ...(body && { requestBody: { required: true, ...content(body) } }),
    responses: {
      ...(answer === undefined && { 204: good }),
      ...(answer !== undefined && { [makes ? 201 : 200]: good }),
      ...(makes &&
        answer !== undefined &&
        name !== 'signIn' && { 200: { ...good, description: 'The same again.' } }),
      default: { description: 'A problem (RFC 9457).', ...content(problem, 'application/problem+json') },
    },
  }
}

/** The intake's calls as OpenAPI 3.1, made from the contract. */
function openApi(): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const [name, endpoint] of Object.entries(endpoints)) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Første snak: the intake',
      version: '1.0.0',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      description: 'Stores and hands out what it cannot read. Limits and proofs: docs/decisions/0005.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: {
        mailbox: { type: 'http', scheme: 'bearer', description: 'The token of a mailbox, base64url.' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-staff-session' },
      },
    },
  }
}

/** As it stands in `docs/openapi.json`. */
export async function openApiText(): Promise<string> {
  const { code, errors } = await format(basename(OPENAPI_FILE.pathname), JSON.stringify(openApi()), {
    printWidth: 110,
  })
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  return code
}

/** `npm run openapi`: writes `docs/openapi.json`. */
if (process.argv[1] === import.meta.filename) await writeFile(OPENAPI_FILE, await openApiText())
