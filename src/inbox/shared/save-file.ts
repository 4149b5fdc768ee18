/** Lets the browser save a text as a file, as a press on a download does. */
export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Some browsers read it a little later.
  setTimeout(() => {
    URL.revokeObjectURL(address)
  }, 10_000)
}
