import { createStore, type StoreApi } from 'zustand/vanilla'
import { activeNotifications, type StatusChange } from '../rentals/status-changes.ts'

export type Toast = {
  readonly id: number
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
  /** Goes when another toast has an action to offer: what it would undo has been built upon. */
  readonly yields?: boolean
}

export type ToastState = {
  readonly toasts: readonly Toast[]
  /** The changes that are shown; one that no longer holds is gone. */
  readonly news: readonly StatusChange[]
  show: (toast: Omit<Toast, 'id'>) => void
  dismiss: (id: number) => void
  tell: (changes: readonly StatusChange[]) => void
  dismissNews: (told: readonly StatusChange[]) => void
}

/** More at once would hide the board: the oldest goes. */
const MAX_TOASTS_SHOWN = 3

export function createToastStore(): StoreApi<ToastState> {
  let lastId = 0
  return createStore<ToastState>(set => ({
    toasts: [],
    news: [],
    show(toast) {
      lastId += 1
      const id = lastId
      const stays = ({ yields }: Toast) => !(yields && toast.action)
      set(({ toasts }) => ({
        toasts: [...toasts.filter(stays), { ...toast, id }].slice(-MAX_TOASTS_SHOWN),
      }))
    },
    dismiss(id) {
      set(({ toasts }) => ({ toasts: toasts.filter(toast => toast.id !== id) }))
    },
    tell(changes) {
      set(({ news }) => ({ news: activeNotifications(news, changes) }))
    },
    dismissNews(told) {
      set(({ news }) => ({ news: news.filter(change => !told.includes(change)) }))
    },
  }))
}
