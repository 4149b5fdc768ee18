import type { Tried } from './mutants.ts'

/** Says on stderr how far it is, at each twentieth of the way, and what is not noticed as soon as that is known. */
export function progressOf(folder: string, of: number): (tried: Tried) => void {
  let done = 0
  return ({ mutant: { file, line, was, becomes }, outcome }) => {
    done += 1
    if (outcome === 'not noticed') process.stderr.write(`… ${file}:${line}: ${was} -> ${becomes}\n`)
    if (done === of || done % Math.ceil(of / 20) === 0) process.stderr.write(`${folder}: ${done} of ${of}\n`)
  }
}
