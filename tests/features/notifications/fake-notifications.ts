import { vi } from 'vitest'

/** One desktop notification that the page showed. */
export type Posted = { title: string; body: string; tag: string; isClosed: boolean; click: () => void }

/** A browser with desktop notifications, of which jsdom has none; the user answers `answer` when asked. */
export function fakeNotifications(permission: NotificationPermission, answer = permission) {
  const posted: Posted[] = []
  class Fake extends EventTarget {
    static permission = permission
    static async requestPermission() {
      Fake.permission = answer
      return answer
    }
    readonly tag: string
    readonly entry: Posted
    constructor(title: string, { body = '', tag = '' }: NotificationOptions = {}) {
      super()
      this.tag = tag
      this.entry = { title, body, tag, isClosed: false, click: () => this.dispatchEvent(new Event('click')) }
      posted.push(this.entry)
    }
    close() {
      this.entry.isClosed = true
    }
  }
  vi.stubGlobal('isSecureContext', true)
  vi.stubGlobal('Notification', Fake)
  return posted
}

/** A browser that offers the constructor of notifications and then refuses to use it. */
export function fakePhone() {
  class Refusing {
    static permission = 'granted'
    constructor() {
      throw new TypeError('Illegal constructor')
    }
  }
  vi.stubGlobal('isSecureContext', true)
  vi.stubGlobal('Notification', Refusing)
}
