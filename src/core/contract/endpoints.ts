import { citizenEndpoints } from './citizen-endpoints.ts'
import type { Endpoint } from './endpoint.ts'
import { staffEndpoints } from './staff-endpoints.ts'

/** Every call of the intake's JSON. What is not here is not there; `docs/openapi.json` is made from it. */
export const endpoints = { ...citizenEndpoints, ...staffEndpoints } as const satisfies Readonly<
  Record<string, Endpoint>
>
export type EndpointName = keyof typeof endpoints
