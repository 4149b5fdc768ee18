import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod/mini'

const run = promisify(execFile)

/** The parts that are kept: npm also writes a serial number, the time, its own version and the folder's name. */
const bill = z.object({
  $schema: z.string(),
  bomFormat: z.string(),
  specVersion: z.string(),
  version: z.number(),
  components: z.array(
    z.looseObject({
      name: z.string(),
      version: z.string(),
      properties: z.optional(z.array(z.looseObject({ name: z.string(), value: z.string() }))),
    }),
  ),
  dependencies: z.array(z.looseObject({ ref: z.string() })),
})

/** What a release ships: each package with its version, licence and place in `node_modules`. */
export type Shipped = { readonly name: string; readonly version: string; readonly path: string }

/**
 * The bill of materials of the production packages, as npm draws it from the lock file (CycloneDX 1.5).
 * What would differ from build to build is left out.
 */
export async function billOfMaterials(root: string): Promise<{ json: string; shipped: Shipped[] }> {
  const { stdout } = await run(
    'npm',
    ['sbom', '--package-lock-only', '--omit=dev', '--sbom-format', 'cyclonedx'],
    {
      cwd: root,
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  const parsed = bill.parse(JSON.parse(stdout))
  const shipped = parsed.components.map(({ name, version, properties = [] }) => ({
    name,
    version,
    path: properties.find(one => one.name === 'cdx:npm:package:path')?.value ?? `node_modules/${name}`,
  }))
  return { json: JSON.stringify(parsed, null, 2) + '\n', shipped }
}

const LICENCE = /^(licen[cs]e|copying|notice)(\b|[._-])/i

/** The licence texts of what is shipped, one after the other. A package without a text is named with its licence. */
export async function licenceTexts(root: string, shipped: readonly Shipped[]): Promise<string> {
  const parts: string[] = []
  for (const { name, version, path } of [...shipped].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const dir = join(root, path)
    const { license = 'not stated' } = JSON.parse(await readFile(join(dir, 'package.json'), 'utf8')) as {
      license?: string
    }
    const files = (await readdir(dir)).filter(file => LICENCE.test(file)).sort()
    const texts = await Promise.all(files.map(file => readFile(join(dir, file), 'utf8')))
    parts.push([`${name} ${version} (${license})`, ...texts.map(text => text.trim())].join('\n\n'))
  }
  return parts.join(`\n\n${'-'.repeat(72)}\n\n`) + '\n'
}
