import { describe, expect, test } from 'vitest'
import { createToastStore } from '../../src/board/toast-store.ts'

describe('the messages', () => {
  const shown = (store: ReturnType<typeof createToastStore>) =>
    store.getState().toasts.map(({ text }) => text)

  test('stand in their order, with what can be done about them', () => {
    const store = createToastStore()
    let undone = 0
    store.getState().show({ text: 'a' })
    store.getState().show({ text: 'b', action: { label: 'Annuler', run: () => (undone += 1) } })
    expect(shown(store)).toEqual(['a', 'b'])
    store.getState().toasts[1]?.action?.run()
    expect(undone).toBe(1)
  })

  test('are at most three: the oldest makes room', () => {
    const store = createToastStore()
    for (const text of ['a', 'b', 'c', 'd']) store.getState().show({ text })
    expect(shown(store)).toEqual(['b', 'c', 'd'])
  })

  test('that yield go when another offers an action, and for no other', () => {
    const store = createToastStore()
    const action = { label: 'Annuler', run: () => undefined }
    store.getState().show({ text: 'a', action, yields: true })
    store.getState().show({ text: 'b' })
    expect(shown(store)).toEqual(['a', 'b'])
    store.getState().show({ text: 'c', action })
    store.getState().show({ text: 'd', action })
    expect(shown(store)).toEqual(['b', 'c', 'd'])
  })

  test('go one by one, also of two that say the same', () => {
    const store = createToastStore()
    for (const text of ['a', 'a', 'b']) store.getState().show({ text })
    const [first] = store.getState().toasts
    store.getState().dismiss(first?.id ?? -1)
    store.getState().dismiss(first?.id ?? -1)
    expect(shown(store)).toEqual(['a', 'b'])
  })

  test('of two boards are apart', () => {
    createToastStore().getState().show({ text: 'a' })
    expect(shown(createToastStore())).toEqual([])
  })
})
