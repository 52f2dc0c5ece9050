import { afterEach, describe, expect, test } from 'vitest'
import { createFormats } from '../../src/i18n/i18n.ts'
import { localMinute } from '../../src/lib/local-time.ts'
import { withPlainSpaces } from './plain-spaces.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

const fr = createFormats('fr')
const en = createFormats('en')

describe('formats', () => {
  test.each([
    [0, '0', '0'],
    [10, '10', '10'],
    [266, '266', '266'],
    [12_345, '12 345', '12,345'],
    [1_234_567, '1 234 567', '1,234,567'],
    [0.5, '0,5', '0.5'],
  ])('write the number %d as %s and %s', (value, french, english) => {
    expect(withPlainSpaces(fr.number(value))).toBe(french)
    expect(en.number(value)).toBe(english)
  })

  test.each([
    ['0.900', '0,90 €', '€0.90'],
    ['0', '0,00 €', '€0.00'],
    ['0.9', '0,90 €', '€0.90'],
    ['12', '12,00 €', '€12.00'],
    ['1234.5', '1 234,50 €', '€1,234.50'],
    ['0.005', '0,005 €', '€0.005'],
    ['0.123456', '0,123456 €', '€0.123456'],
    ['9999999999.99', '9 999 999 999,99 €', '€9,999,999,999.99'],
  ])('write %s euros as %s and %s', (amount, french, english) => {
    expect(withPlainSpaces(fr.euros(amount))).toBe(french)
    expect(en.euros(amount)).toBe(english)
  })

  test.each([
    ['0.090', '0,090 €', '€0.090'],
    ['0.09', '0,090 €', '€0.090'],
    ['0', '0,000 €', '€0.000'],
    ['0.0905', '0,0905 €', '€0.0905'],
    ['1.5', '1,500 €', '€1.500'],
  ])('write the price of one contact, %s, as %s and %s', (amount, french, english) => {
    expect(withPlainSpaces(fr.unitPrice(amount))).toBe(french)
    expect(en.unitPrice(amount)).toBe(english)
  })

  test.each([
    [-5 * SECOND_MS, '0 s', '0 sec'],
    [0, '0 s', '0 sec'],
    [999, '0 s', '0 sec'],
    [SECOND_MS, '1 s', '1 sec'],
    [59_999, '59 s', '59 sec'],
    [MINUTE_MS, '1 min', '1 min'],
    [59 * MINUTE_MS + 59_999, '59 min', '59 min'],
    [HOUR_MS, '1 h', '1 hr'],
    [DAY_MS - 1, '23 h', '23 hr'],
    [DAY_MS, '1 j', '1 day'],
    [2 * DAY_MS, '2 j', '2 days'],
    [1_500 * DAY_MS, '1 500 j', '1,500 days'],
  ])('write a span of %d ms as %s and %s', (ms, french, english) => {
    expect(withPlainSpaces(fr.duration(ms))).toBe(french)
    expect(withPlainSpaces(en.duration(ms))).toBe(english)
  })

  test.each([
    [-5 * SECOND_MS, '1 s', '1 sec'],
    [0, '1 s', '1 sec'],
    [1, '1 s', '1 sec'],
    [1_001, '2 s', '2 sec'],
    [MINUTE_MS, '60 s', '60 sec'],
    [MINUTE_MS + 1, '2 min', '2 min'],
    [5 * MINUTE_MS, '5 min', '5 min'],
    [5 * MINUTE_MS + 1, '6 min', '6 min'],
  ])('write a wait of %d ms as %s and %s', (ms, french, english) => {
    expect(withPlainSpaces(fr.wait(ms))).toBe(french)
    expect(withPlainSpaces(en.wait(ms))).toBe(english)
  })

  test('write the time of day, the day and the moment of where the reader is', () => {
    const at = new Date(2026, 10, 12, 14, 2, 5).getTime()
    expect([fr.time(at), withPlainSpaces(fr.day(at))]).toEqual(['14:02', '12 nov.'])
    expect(withPlainSpaces(fr.moment(at))).toBe('12 novembre 2026 à 14:02:05')
    expect([withPlainSpaces(en.time(at)), en.day(at)]).toEqual(['14:02', '12 Nov'])
    expect(withPlainSpaces(en.moment(at))).toBe('12 November 2026 at 14:02:05')
  })

  test.each([
    fr.number(12_345),
    fr.euros('1234.5'),
    fr.unitPrice('0.090'),
    fr.duration(MINUTE_MS),
    fr.wait(1),
  ])('keep a French number and its unit on one line: %s', text => {
    expect(text).not.toContain(' ')
  })
})

describe('times of day', () => {
  const own = process.env.TZ
  afterEach(() => {
    if (own === undefined) delete process.env.TZ
    else process.env.TZ = own
  })

  const winter = Date.UTC(2026, 0, 31, 23, 30)
  const summer = Date.UTC(2026, 6, 14, 12, 5)
  test.each([
    ['Europe/Paris', winter, '00:30', '1 févr.', 'février 2026', '1 février 2026 à 00:30:00'],
    ['Europe/Paris', summer, '14:05', '14 juil.', 'juillet 2026', '14 juillet 2026 à 14:05:00'],
    ['America/New_York', winter, '18:30', '31 janv.', 'janvier 2026', '31 janvier 2026 à 18:30:00'],
    ['Asia/Kathmandu', summer, '17:50', '14 juil.', 'juillet 2026', '14 juillet 2026 à 17:50:00'],
    ['Pacific/Kiritimati', summer, '02:05', '15 juil.', 'juillet 2026', '15 juillet 2026 à 02:05:00'],
    ['Pacific/Marquesas', winter, '14:00', '31 janv.', 'janvier 2026', '31 janvier 2026 à 14:00:00'],
  ])('are those of the zone that the computer is in now: %s, %d', (zone, at, time, day, month, moment) => {
    process.env.TZ = zone
    const date = new Date(at)
    const monthKey = `2026-${String(date.getMonth() + 1).padStart(2, '0')}`
    expect([fr.time(at), fr.day(at), fr.month(monthKey), fr.moment(at)]).toEqual([time, day, month, moment])
    expect(localMinute(at)).toBe(time)
  })

  test.each([
    ['Europe/Paris', Date.UTC(2026, 2, 29, 1), ['01:59', '03:00', '03:01']],
    ['Europe/Paris', Date.UTC(2026, 9, 25, 1), ['02:59', '02:00', '02:01']],
    ['Australia/Lord_Howe', Date.UTC(2026, 3, 4, 15), ['01:59', '01:30', '01:31']],
  ])('go over the change to and from summer time: %s at %d', (zone, change, times) => {
    process.env.TZ = zone
    expect([-1, 0, 1].map(minutes => fr.time(change + minutes * MINUTE_MS))).toEqual(times)
  })
})
