import { describe, expect, test } from 'vitest'
import { isToken } from '../../src/api/rental.ts'
import { stageAt } from '../../src/demo/demo-rental.ts'
import { demoRentals } from '../../src/demo/demo-rentals.ts'
import { PLAY_MS } from '../../src/demo/demo-reply.ts'

const orders = demoRentals.flatMap(({ order }) => order ?? [])
const stagesAt = (elapsedMs: number) => orders.map(({ plan }) => stageAt(plan, elapsedMs))
const count = (stage: unknown) => stagesAt(0).filter(other => other === stage).length

describe('the rentals of the demonstration', () => {
  test('each has a token of its own that the board accepts', () => {
    const tokens = demoRentals.map(({ token }) => token)
    expect(new Set(tokens).size).toBe(24)
    expect(tokens.filter(token => !isToken(token))).toEqual([])
  })

  test('open on a mixture of every status', () => {
    expect([0, 1, 2, 3, 5].map(count)).toEqual([7, 4, 4, 2, 5])
  })

  test('hold one unknown status and one token that the provider does not know', () => {
    expect(stagesAt(0).filter(stage => typeof stage === 'string')).toEqual(['En attente de validation'])
    expect(demoRentals.filter(({ order }) => !order).map(({ token }) => token)).toEqual(['1a2b3c4d5e6f'])
  })

  test('hold shortfalls, a long name, many postcodes, Corsica and overseas', () => {
    const places = orders.flatMap(order => order.places)
    expect(places.filter(({ wanted, available }) => wanted > available).length).toBeGreaterThan(0)
    expect(demoRentals.some(({ name = '' }) => name.length > 80)).toBe(true)
    expect(orders.some(order => order.places.length === 14)).toBe(true)
    expect(places.map(({ location }) => location)).toEqual(
      expect.arrayContaining(['2A', '2B', '971', '97400']),
    )
  })

  test('ask for places of one kind and for adults that the order form allows', () => {
    for (const { target, places } of orders) {
      expect(new Set(places.map(({ type }) => type)).size).toBe(1)
      expect(Number(target.minAge)).toBeGreaterThanOrEqual(18)
      expect(Number(target.maxAge)).toBeGreaterThan(Number(target.minAge))
    }
  })

  test('move one at a time, 10 to 30 seconds apart, until the play starts over', () => {
    const changes = orders.flatMap(({ plan }) => plan.slice(1).map(({ afterMs }) => afterMs))
    const moments = [0, ...changes.toSorted((a, b) => a - b), PLAY_MS]
    const gaps = moments.slice(1).map((moment, i) => moment - (moments[i] ?? 0))
    expect(gaps.length).toBeGreaterThan(20)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(10_000)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(30_000)
  })

  test('live in the documented order', () => {
    const lives = ['0 1 2 5', '0 1 3', 'En attente de validation']
    for (const { plan } of orders) {
      const life = plan.map(({ status }) => status).join(' ')
      expect(lives.filter(whole => whole.includes(life))).not.toEqual([])
      expect(plan).toEqual(plan.toSorted((a, b) => a.afterMs - b.afterMs))
    }
  })
})
