import { orElse } from './refused.ts'

/** What the windows and the worker of the app tell each other under one name: the only door to `BroadcastChannel`. */
export type Channel<News> = { readonly tell: (news: News) => void }

/** Where the browser has no channels each window hears only itself, and goes on. */
export function openChannel<News>(name: string, hear: (news: News) => void): Channel<News> {
  const channel = orElse(() => {
    const opened = new BroadcastChannel(name)
    opened.addEventListener('message', ({ data }: MessageEvent<News>) => {
      hear(data)
    })
    return opened
  }, null)
  return {
    tell(news) {
      orElse(() => channel?.postMessage(news), undefined)
    },
  }
}
