import { spawn } from 'node:child_process'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * Every folder is checked with the platform it runs on: `core` has no `document`, the intake no DOM. The largest come
 * first, so that no core waits for one of them at the end.
 */
const folders = [
  'tests',
  // Apart: the keys of the inbox's copy and of the app's cannot be typed in one program.
  'tests/inbox',
  'src/commands',
  'src/app',
  'src/inbox',
  'src/intake',
  'bench',
  'src/core',
  'src/client',
  'src/ui',
  'src/app/service-worker',
  '.',
]

/**
 * For programs written in Go, the compiler and oxlint: memory is collected when a gigabyte is in use, not at every
 * doubling. They end after seconds, and collecting is a fifth of their work.
 */
export const collectLate = { GOGC: 'off', GOMEMLIMIT: '1GiB' }

/** Type-checks one folder with the native compiler (ESLint needs the older one); resolves to what the compiler printed, empty when all is well. */
function checkTypes(folder: string): Promise<string> {
  return new Promise((done, fail) => {
    // By itself it has four checkers a folder, which each work out again most of what the others know already.
    const tsc = spawn(
      process.execPath,
      [join(root, 'node_modules/typescript-7/bin/tsc'), '-p', join(root, folder), '--checkers', '1'],
      { env: { ...process.env, ...collectLate } },
    )
    let printed = ''
    const read = (part: Buffer): void => {
      printed += part.toString()
    }
    tsc.stdout.on('data', read)
    tsc.stderr.on('data', read)
    tsc.on('error', fail)
    tsc.on('close', code => {
      done(code === 0 ? '' : printed || `tsc ended with ${code}`)
    })
  })
}

/** Checks all folders, two at a time. */
export async function checkAllTypes(): Promise<string> {
  const left = [...folders]
  const printed: string[] = []
  const work = async (): Promise<void> => {
    for (let folder = left.shift(); folder !== undefined; folder = left.shift())
      printed.push(await checkTypes(folder))
  }
  await Promise.all([work(), work()])
  return printed.filter(Boolean).join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const printed = await checkAllTypes()
  if (printed) {
    console.error(printed)
    process.exitCode = 1
  }
}
