import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { Browser, CDPSession, Page } from '@playwright/test'
import { installProbe } from './probe.ts'
import type { Seed } from './seeds.ts'

/** One loading of a page. Times in ms, sizes in bytes gzip. */
export type Loading = {
  readonly first: number
  /** Total blocking time: what long tasks take beyond 50 ms from the first picture on (web.dev/articles/tbt). */
  readonly blocking: number
  /** The longest task from the navigation on, if over 50. */
  readonly longest: number
  readonly requests: number
  readonly scripts: number
  readonly styles: number
}

/** A stretch of running quietly. `busy` is the share of the main thread, 0 to 1. */
export type Running = { readonly busy: number; readonly commits: number; readonly seconds: number }

/** Milliseconds after the first row in which long tasks count as blocking. */
const SETTLING_MS = 3_000

/** A page with a cold cache on an origin that holds what the seed says. */
export async function openPage(browser: Browser, origin: string, { storage }: Seed): Promise<Page> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    viewport: { width: 1440, height: 900 },
    storageState: { cookies: [], origins: [{ origin, localStorage: [...storage] }] },
  })
  await context.addInitScript(installProbe)
  return context.newPage()
}

/** Loads the address, with the processor slowed by `slowdown`, and waits until nothing more comes. */
export async function load(page: Page, address: string, slowdown = 1): Promise<Loading> {
  const bodies: { url: string; type: string; body: Promise<Buffer> }[] = []
  page.on('response', response => {
    const type = response.request().resourceType()
    bodies.push({ url: response.url(), type, body: response.body().catch(() => Buffer.alloc(0)) })
  })
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.goto(address, { waitUntil: 'commit' })
  await firstRow(devtools)
  await page.waitForTimeout(SETTLING_MS)
  const { first, early, blocking, longest } = await page.evaluate(() => {
    const { first = 0, long } = window.probe
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const picture = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0
    const seen = long.map(({ start, duration }) => start + duration - Math.max(start, picture))
    return {
      first,
      early: resources.filter(({ startTime }) => startTime < first).map(({ name }) => name),
      blocking: seen.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0),
      longest: Math.max(0, ...long.map(({ duration }) => duration)),
    }
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  const sizes = await Promise.all(
    bodies
      .filter(({ url }) => early.includes(url))
      .map(async ({ type, body }) => ({ type, size: gzipSync(await body, { level: 9 }).byteLength })),
  )
  const sum = (kind: string) => sizes.reduce((all, { type, size }) => (type === kind ? all + size : all), 0)
  // The document itself is a request, and no resource of its own.
  return {
    first,
    blocking,
    longest,
    requests: early.length + 1,
    scripts: sum('script'),
    styles: sum('stylesheet'),
  }
}

/** Looks without Playwright, which brings some 20 ms of scripts of its own, 80 where the processor is slowed. */
async function firstRow(devtools: CDPSession): Promise<void> {
  for (let look = 0; look < 300; look += 1) {
    const { result } = await devtools.send('Runtime.evaluate', { expression: 'window.probe?.first' })
    if (result.type === 'number') return
    await setTimeout(200)
  }
  throw new Error('no row within a minute')
}

/** How busy the page is, and how often React commits, over `seconds`. */
export async function watch(page: Page, seconds: number): Promise<Running> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  const [before, commitsBefore] = await Promise.all([taskTime(devtools), commits(page)])
  await page.waitForTimeout(seconds * 1_000)
  const [after, commitsAfter] = await Promise.all([taskTime(devtools), commits(page)])
  return { busy: (after - before) / seconds, commits: commitsAfter - commitsBefore, seconds }
}

/** What stays after garbage collection: heap in bytes, and elements in the document. */
export async function weigh(page: Page): Promise<{ heap: number; nodes: number }> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  await devtools.send('HeapProfiler.collectGarbage')
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length)
  return { heap: await metric(devtools, 'JSHeapUsedSize'), nodes }
}

/** Reads how long (ms) the main thread has worked so far. */
export async function meter(page: Page): Promise<() => Promise<number>> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  return async () => (await taskTime(devtools)) * 1_000
}

function commits(page: Page): Promise<number> {
  return page.evaluate(() => window.probe.commits)
}

function taskTime(devtools: CDPSession): Promise<number> {
  return metric(devtools, 'TaskDuration')
}

async function metric(devtools: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === wanted)?.value ?? 0
}
