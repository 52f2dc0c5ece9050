/** Works on all items, at most `most` at a time; rejects with the first failure, after which no other item is begun. */
export async function inParallel<Item>(
  items: Iterable<Item>,
  most: number,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const queue = [...items].reverse()
  async function workOn() {
    for (let item = queue.pop(); item !== undefined; item = queue.pop()) {
      await work(item).catch(error => {
        queue.length = 0
        throw error
      })
    }
  }
  await Promise.all(Array.from({ length: most }, workOn))
}
