import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Refused } from '../run.ts'

/** One file that is not as it must be, and how it was asked for. */
export type Difference = {
  readonly path: string
  readonly url: string
  readonly encoding: string
  readonly what: 'missing' | 'other content'
}

/** Where citizens' pages and the inbox are, without a slash at the end; the same where the inbox has no host of its own. */
export type Hosts = { readonly citizens: string; readonly inbox: string }

/** As browsers ask, one at a time: each has a file of its own on the server, and only one of them could be changed. */
const ENCODINGS = ['identity', 'gzip', 'br']
const ANSWER_MS = 30_000
/** So often one address is asked again that a limit has turned away. */
const PATIENCE = 20

/**
 * Where a file of the site is served, and with which status. What the pages and the inbox share comes from both hosts: each
 * runs what its own host gives it. The page for what is not there is met at an address that is not there.
 */
export function placesOf(path: string, { citizens, inbox }: Hosts): { url: string; status: 200 | 404 }[] {
  if (path === 'inbox.html') return [{ url: `${inbox}/inbox`, status: 200 }]
  const missing = /^(.*\/)?404\.html$/.exec(path)
  if (missing)
    return [{ url: `${citizens}/${missing[1] ?? ''}${randomBytes(8).toString('hex')}`, status: 404 }]
  const isShared = /^(assets|icons)\//.test(path) || path === 'robots.txt'
  const hosts = new Set(isShared ? [citizens, inbox] : [citizens])
  return [...hosts].map(host => ({ url: `${host}/${path.replace(/(^|\/)index\.html$/, '')}`, status: 200 }))
}

/**
 * Compares a running site with the files of a release, each from every host it runs on and in every encoding.
 *
 * @param assets SHA-256, hex, by path, as `build.json` of the release has them
 * @throws Refused when a host cannot be reached, or goes on turning away
 */
export async function compareSite(
  assets: Readonly<Record<string, string>>,
  hosts: Hosts,
  get: typeof fetch = fetch,
): Promise<{ compared: number; answers: number; differences: Difference[] }> {
  const differences: Difference[] = []
  let answers = 0
  for (const [path, hash] of Object.entries(assets)) {
    for (const { url, status } of placesOf(path, hosts)) {
      for (const encoding of ENCODINGS) {
        const answer = await ask(url, encoding, get)
        answers++
        const differ = (what: Difference['what']): void =>
          void differences.push({ path, url, encoding, what })
        if (answer.status !== status) differ('missing')
        else if (createHash('sha256').update(answer.body).digest('hex') !== hash) differ('other content')
      }
    }
  }
  return { compared: Object.keys(assets).length, answers, differences }
}

/** One answer, its body decoded. A caller that asks for hundreds of files may be asked to wait: it does. */
async function ask(
  url: string,
  encoding: string,
  get: typeof fetch,
): Promise<{ status: number; body: Buffer }> {
  for (let tried = 0; tried < PATIENCE; tried++) {
    const answer = await reach(url, () =>
      get(url, {
        redirect: 'manual',
        headers: { 'Accept-Encoding': encoding },
        signal: AbortSignal.timeout(ANSWER_MS),
      }),
    )
    const body = Buffer.from(await reach(url, () => answer.arrayBuffer()))
    if (answer.status !== 429) return { status: answer.status, body }
    await wait(Number(answer.headers.get('retry-after') ?? 1) * 1_000)
  }
  throw new Refused(`${url} is turned away again and again (429): try later.`)
}

/** What `work` gives; a fault of the network is a sentence that names the address. */
async function reach<T>(url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    // Node's fetch fails with a TypeError whose cause is the system's own error; each part may be missing.
    const { cause: inner, name } = cause as Error & { cause?: { code?: string; message?: string } }
    throw new Refused(`${url} cannot be reached (${inner?.code ?? inner?.message ?? name}).`, { cause })
  }
}
