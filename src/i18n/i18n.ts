import { createContext, use } from 'react'
import { once } from '../lib/once.ts'
import { fr, type Messages } from './fr.ts'
import type { Language } from './resolve-locale.ts'

/** One language: its words (`t`) and its way of writing numbers, money and times (`f`). */
export type I18n = { readonly language: Language; readonly t: Messages; readonly f: Formats }

/** French is there from the first; the others are chunks of their own. */
const loaders: Readonly<Record<Language, () => Messages | Promise<Messages>>> = {
  fr: () => fr,
  en: async () => (await import('./en.ts')).en,
}

const loaded = new Map<Language, I18n>()

/** Loads a language, and makes its formatters once. */
export async function loadI18n(language: Language): Promise<I18n> {
  const t = await loaders[language]()
  const i18n = loaded.get(language) ?? { language, t, f: createFormats(language) }
  loaded.set(language, i18n)
  return i18n
}

export const I18nContext = createContext<I18n | undefined>(undefined)

/** The language that the board speaks, with the words of one feature (`w`) where they are asked for. */
export function useI18n(): I18n
export function useI18n<Words>(words: Readonly<Record<Language, Words>>): I18n & { readonly w: Words }
export function useI18n<Words>(words?: Readonly<Record<Language, Words>>): I18n & { readonly w?: Words } {
  const i18n = use(I18nContext)
  if (i18n === undefined) throw new Error('useI18n needs an I18nContext around it')
  return words ? { ...i18n, w: words[i18n.language] } : i18n
}

/** The words of one feature, which stand in its own folder and load with it, in the board's language. */
export function useWords<Words>(words: Readonly<Record<Language, Words>>): Words {
  return words[useI18n().language]
}

/** Milliseconds in a second, minute, hour and day. */
const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** English writes times as in Europe: 24 hours, the day before the month. */
const timeLocales: Readonly<Record<Language, string>> = { fr: 'fr', en: 'en-GB' }

/** Writes numbers, money and times as one language does; each formatter is made once, when it is first needed. */
export function createFormats(language: Language) {
  const numberFormat = (options?: Intl.NumberFormatOptions) =>
    once(() => new Intl.NumberFormat(language, options))
  const dateFormat = (options: Intl.DateTimeFormatOptions) => {
    const format = once(() => new Intl.DateTimeFormat(timeLocales[language], { ...options, timeZone: 'UTC' }))
    return (at: number) => format().format(zoned(at))
  }
  const euro = { style: 'currency', currency: 'EUR' } as const
  const unit = (name: string) => numberFormat({ style: 'unit', unit: name, unitDisplay: 'short' })

  const numbers = numberFormat()
  const totals = numberFormat({ ...euro, minimumFractionDigits: 2, maximumFractionDigits: 6 })
  const cents = numberFormat(euro)
  const unitPrices = numberFormat({ ...euro, minimumFractionDigits: 3, maximumFractionDigits: 6 })
  const units = { second: unit('second'), minute: unit('minute'), hour: unit('hour'), day: unit('day') }
  const times = dateFormat({ hour: '2-digit', minute: '2-digit' })
  const days = dateFormat({ day: 'numeric', month: 'short' })
  const months = dateFormat({ month: 'long', year: 'numeric' })
  const moments = dateFormat({ dateStyle: 'long', timeStyle: 'medium' })

  return {
    number: (value: number) => numbers().format(value),
    /** An amount in euros: `"0.900"` is 0,90 €. */
    euros: (amount: string) => totals().format(Number(amount)),
    /** An amount in euros to the cent, where parts of cents would only disturb: 0,54 €. */
    cents: (amount: string) => cents().format(Number(amount)),
    /** The price of one contact in euros: `"0.090"` is 0,090 €. */
    unitPrice: (amount: string) => unitPrices().format(Number(amount)),
    /** A span in ms by its largest unit: 41 s, 6 min, 3 h, 2 j. */
    duration: (ms: number) => {
      if (ms < MINUTE_MS) return units.second().format(Math.max(0, Math.floor(ms / SECOND_MS)))
      if (ms < HOUR_MS) return units.minute().format(Math.floor(ms / MINUTE_MS))
      if (ms < DAY_MS) return units.hour().format(Math.floor(ms / HOUR_MS))
      return units.day().format(Math.floor(ms / DAY_MS))
    },
    /** A span in ms to wait, never 0 and rounded up: 8 s. */
    wait: (ms: number) =>
      ms <= MINUTE_MS
        ? units.second().format(Math.max(1, Math.ceil(ms / SECOND_MS)))
        : units.minute().format(Math.ceil(ms / MINUTE_MS)),
    /** The time of day: 14:02. */
    time: (at: number) => times(at),
    /** Day and month: 12 nov. */
    day: (at: number) => days(at),
    /** A month written `2026-11`: novembre 2026. */
    month: (month: string) => months(new Date(`${month}-01T00:00`).getTime()),
    /** Date and time in full. */
    moment: (at: number) => moments(at),
  }
}

/**
 * The moment at which a clock in UTC shows what one here shows at `at`, ms since 1970. A formatter keeps the time zone
 * that it was made in, for weeks on a wall; a date knows that of the computer at any moment.
 */
function zoned(at: number): number {
  return at - new Date(at).getTimezoneOffset() * MINUTE_MS
}

export type Formats = ReturnType<typeof createFormats>
