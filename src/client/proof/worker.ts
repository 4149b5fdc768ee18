import { solve } from './solve.ts'

/** What the page asks and what it gets back, after `begun`: a page that hears nothing does without this worker. */
export type Task = { readonly challenge: unknown }
export type Done = { readonly proof: string | null } | { readonly failed: string }

addEventListener('message', ({ data }: MessageEvent<Task>) => {
  postMessage('begun')
  solve(data.challenge).then(
    proof => {
      postMessage({ proof } satisfies Done)
    },
    (error: unknown) => {
      postMessage({ failed: error instanceof Error ? error.message : 'unknown' } satisfies Done)
    },
  )
})
