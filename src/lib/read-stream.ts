/** All bytes of a stream. `onPiece` hears after each piece how many have come; what it throws ends the reading. */
export async function readStream(
  stream: ReadableStream<Uint8Array> | null,
  onPiece: (received: number) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream?.getReader()
  const pieces: Uint8Array[] = []
  let received = 0
  for (;;) {
    const piece = await reader?.read()
    if (!piece?.value) break
    pieces.push(piece.value)
    received += piece.value.byteLength
    try {
      onPiece(received)
    } catch (error) {
      reader?.cancel().catch(() => undefined)
      throw error
    }
  }
  const bytes = new Uint8Array(received)
  pieces.reduce((end, piece) => {
    bytes.set(piece, end)
    return end + piece.byteLength
  }, 0)
  return bytes
}
