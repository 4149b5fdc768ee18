import { spawn } from 'node:child_process'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** Every folder is checked with the platform it runs on: `core` has no `document`, the intake no DOM. */
const folders = [
  '.',
  'src/core',
  'src/ui',
  'src/app',
  'src/app/service-worker',
  'src/client',
  'src/inbox',
  'src/intake',
  'src/commands',
  'tests',
  // Apart: the keys of the inbox's copy and of the app's cannot be typed in one program.
  'tests/inbox',
  'bench',
]

/** Type-checks one folder with the native compiler (ESLint needs the older one); resolves to what the compiler printed, empty when all is well. */
export function checkTypes(folder: string): Promise<string> {
  return new Promise((done, fail) => {
    const tsc = spawn(process.execPath, [
      join(root, 'node_modules/typescript-7/bin/tsc'),
      '-p',
      join(root, folder),
    ])
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
