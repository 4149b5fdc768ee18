import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import * as z from 'zod/mini'
import type { ServiceLimits } from '../../core/facts/limits.ts'
import { SettingError } from './setting-error.ts'

const count = z.int().check(z.positive())

/** What the build says of itself (`build.json`); it also holds the hashes of all files, for anyone who wants to compare. */
const buildFile = z.object({
  fingerprint: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  demo: z.boolean(),
  /** The citizens' address that the pages name; null where they name none. */
  origin: z.optional(z.nullable(z.string())),
  /** Answers of the municipality that were not there when the pages were built; a page says so in their place. */
  missing: z.optional(z.array(z.string())),
  /** The municipality's figures that the intake counts by. */
  limits: z.optional(
    z.strictObject({
      most: z.strictObject({ 'youth-talk': count, 'adult-talk': count, 'relatives-course': count }),
      missedTalkCounts: z.boolean(),
      firstTalkDays: count,
    }),
  ),
})

export type SiteFile = {
  readonly type: string
  readonly plain: Buffer
  readonly br: Buffer | null
  readonly gz: Buffer | null
  /** Weak (RFC 9110 §8.8.1): the same for the file and its compressed twins, which differ in every byte. */
  readonly etag: string
  /** CSP sources of the `<style>` elements in a page: `'sha256-…'`. */
  readonly styles: readonly string[]
}

/** The built pages, by path without a slash in front. Read once at start: an address can never reach another file. */
export type Site = {
  readonly files: ReadonlyMap<string, SiteFile>
  /** SHA-256 of the recipients the pages seal to, hex. */
  readonly fingerprint: string
  readonly demo: boolean
  /** The citizens' address they were built for; null = built for none; undefined = of a build that did not say. */
  readonly origin: string | null | undefined
  /** The names of the municipality's answers that these pages lack. */
  readonly missing: readonly string[]
  /** The municipality's figures; null where these pages are of a build that did not say them. */
  readonly limits: ServiceLimits | null
}

const types: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * Reads the built site with what the build compressed beside it (`x.js.br`, `x.js.gz`).
 *
 * @throws SettingError naming SITE_DIR when there is no built site, or it cannot be read.
 */
export async function readSite(dir: string): Promise<Site> {
  let build: z.infer<typeof buildFile>
  try {
    build = buildFile.parse(JSON.parse(await readFile(join(dir, 'build.json'), 'utf8')))
  } catch (cause) {
    throw new SettingError('SITE_DIR', 'must name the folder made by "npm run build", with its build.json', {
      cause,
    })
  }

  const raw = new Map<string, Buffer>()
  try {
    for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      raw.set(relative(dir, path).split(sep).join('/'), await readFile(path))
    }
  } catch (cause) {
    throw new SettingError(
      'SITE_DIR',
      `names ${dir}, where this program may not read every file: look at their owner and mode`,
      {
        cause,
      },
    )
  }

  const files = new Map<string, SiteFile>()
  for (const [path, plain] of raw) {
    const type = types[extname(path)]
    if (type === undefined) continue // compressed twins, and whatever a page cannot use
    files.set(path, {
      type,
      plain,
      br: raw.get(`${path}.br`) ?? null,
      gz: raw.get(`${path}.gz`) ?? null,
      etag: `W/"${createHash('sha256').update(plain).digest('base64url')}"`,
      styles: path.endsWith('.html') ? styleHashes(plain.toString('utf8')) : [],
    })
  }
  const { fingerprint, demo, origin, missing = [], limits = null } = build
  return { files, fingerprint, demo, origin, missing, limits }
}

/** The hash source of each `<style>` element (CSP 3 §8.4): a page may use the styles it was built with, no others. */
function styleHashes(html: string): string[] {
  const hashes = [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)].map(
    ([, css = '']) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
  )
  return [...new Set(hashes)]
}
