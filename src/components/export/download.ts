/** Hands a text to the browser to be saved as a file. */
export function download(fileName: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The browser reads the blob once the click is over.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
