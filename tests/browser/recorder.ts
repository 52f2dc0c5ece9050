import type { Page } from '@playwright/test'

/** One animation that the page started: its id, and the rental whose row it moves. */
export type Motion = { readonly id: string; readonly token: string | undefined; readonly duration: number }

/** Writes down, from the next opening on, every animation that the page starts by script. */
export async function recordMotions(page: Page): Promise<() => Promise<readonly Motion[]>> {
  await page.addInitScript(() => {
    const motions: unknown[] = []
    const start = Element.prototype.animate
    Element.prototype.animate = function (frames, options) {
      const { id, duration } = typeof options === 'object' ? options : {}
      motions.push({ id, duration, token: this instanceof HTMLElement ? this.dataset.token : undefined })
      return start.call(this, frames, options)
    }
    Object.assign(window, { motions })
  })
  return () => page.evaluate(() => Reflect.get(window, 'motions'))
}

/** Writes down, from the next opening on, when (ms, the page's own clock) each check leaves the page. */
export async function recordChecks(page: Page): Promise<() => Promise<readonly number[]>> {
  await page.addInitScript(() => {
    const checks: number[] = []
    const send = window.fetch
    window.fetch = (input, init) => {
      if (new URL(String(input), location.href).pathname === '/api/location/status') checks.push(Date.now())
      return send(input, init)
    }
    Object.assign(window, { sentChecks: checks })
  })
  return () => page.evaluate(() => Reflect.get(window, 'sentChecks'))
}

/** One desktop notification as the page asked for it. */
export type Posted = { readonly title: string; readonly body: string; readonly silent: boolean }

/** Puts a stand-in for the browser's notifications, which no headless browser shows; `click` presses the last one. */
export async function recordNotifications(page: Page, permission: NotificationPermission) {
  await page.addInitScript(granted => {
    const posted: unknown[] = []
    class StandIn extends EventTarget {
      static permission = 'default'
      static async requestPermission() {
        StandIn.permission = granted
        return granted
      }
      readonly title: string
      readonly tag: string | undefined
      constructor(title: string, { body, tag, silent }: NotificationOptions) {
        super()
        this.title = title
        this.tag = tag
        posted.push({ title, body, silent })
        Object.assign(window, { lastNotification: this })
      }
      close() {}
    }
    Object.assign(window, { Notification: StandIn, posted })
  }, permission)
  return {
    posted: (): Promise<readonly Posted[]> => page.evaluate(() => Reflect.get(window, 'posted')),
    click: () =>
      page.evaluate(() => Reflect.get(window, 'lastNotification').dispatchEvent(new Event('click'))),
  }
}
