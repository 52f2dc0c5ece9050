import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseReply } from '../../src/api/parse-reply.ts'

type Cost = { quantity?: unknown; cost_unity?: unknown; total?: unknown }
type Line = { VolumeDesired?: unknown; Volume?: unknown; Type?: string; Localite?: string }

function read(cost: Cost, lines: readonly Line[] = [], phoneNumbers?: unknown) {
  const location = {
    cost,
    details_localisation: lines.map(line => ({ Type: 'cp', Localite: '60200', ...line })),
  }
  return parseReply(JSON.stringify({ success: true, status: 2, location, file: { phoneNumbers } }))
}

describe('a cost of which a part may be read in two ways', () => {
  test.each<[string, Cost, object, readonly string[]]>([
    [
      'the documented form',
      { quantity: 1_200, cost_unity: '0.090', total: '108.000' },
      { quantity: 1_200, unitPrice: '0.090', total: '108.000' },
      [],
    ],
    [
      'thousands in the total',
      { quantity: 13_717, cost_unity: '0.09', total: '1,234.530' },
      { total: '1234.530' },
      [],
    ],
    [
      'a comma as decimal mark',
      { quantity: '1 200', cost_unity: '0,090', total: '108,000' },
      { quantity: 1_200, unitPrice: '0.090', total: '108.000' },
      ['number-interpreted'],
    ],
    [
      'thousands with a comma',
      { quantity: 15_000, cost_unity: '0.10', total: '1,500' },
      { total: '1500' },
      ['number-interpreted'],
    ],
    [
      'two styles in one reply',
      { quantity: '1.000', cost_unity: '0.090', total: '90.000' },
      { quantity: 1_000, total: '90.000' },
      ['number-interpreted'],
    ],
    [
      'a quantity that only thousands make whole',
      { quantity: '12,345' },
      { quantity: 12_345 },
      ['number-interpreted'],
    ],
    [
      'a unit price of more than a euro',
      { quantity: 3, cost_unity: '1.250', total: '3.75' },
      { unitPrice: '1.250', total: '3.75' },
      [],
    ],
    [
      'a total that is not the product, but not a thousandfold of it',
      { quantity: 20, cost_unity: '0.09', total: '2,520' },
      { total: '2.520' },
      ['cost-disagrees', 'number-interpreted'],
    ],
  ])('is decided by the rest: %s', (_, cost, expected, flags) => {
    const rental = read(cost)
    expect(rental.cost).toMatchObject(expected)
    expect(rental.flags).toEqual(flags)
    expect(rental.unread).toBeUndefined()
  })

  test.each<[Cost, object | undefined, readonly string[]]>([
    [{ total: '1,234' }, undefined, ['1,234']],
    [{ total: '12.345' }, undefined, ['12.345']],
    [{ quantity: 10, total: '1.080' }, { quantity: 10 }, ['1.080']],
    [{ cost_unity: '1.250', quantity: 4 }, { quantity: 4 }, ['1.250']],
    [{ quantity: '1,000', cost_unity: '0.090' }, { unitPrice: '0.090' }, ['1,000']],
    [{ quantity: '2.000' }, undefined, ['2.000']],
    [{ quantity: '15.000', cost_unity: '0,10', total: '1.500' }, { unitPrice: '0.10' }, ['15.000', '1.500']],
    [{ quantity: 1, cost_unity: '0.09', total: '20.000' }, { quantity: 1, unitPrice: '0.09' }, ['20.000']],
    [{ quantity: '10 contacts', cost_unity: '-0.09', total: '∞' }, undefined, ['10 contacts', '-0.09', '∞']],
  ])('is not given where nothing decides it, and its text is kept: %j', (cost, expected, unread) => {
    const rental = read(cost)
    if (expected === undefined) expect(rental.cost).toBeUndefined()
    else expect(rental.cost).toEqual(expected)
    expect(rental.unread).toEqual(unread)
    expect(rental.flags).toContain('number-unread')
  })
})

describe('contacts that may be read in two ways', () => {
  test.each<[string, Parameters<typeof read>, object]>([
    [
      'the quantity by the numbers of the file',
      [{ quantity: '12,000' }, [], '12000'],
      { cost: { quantity: 12_000 }, phoneNumbers: 12_000 },
    ],
    [
      'the quantity by the places',
      [{ quantity: '3.000' }, [{ VolumeDesired: 1_000 }, { VolumeDesired: '2 000' }]],
      { cost: { quantity: 3_000 } },
    ],
    [
      'the quantity by the line that sums the places',
      [{ quantity: '3,000' }, [{ Volume: 1 }, { Type: 'total', Localite: 'total', VolumeDesired: 3_000 }]],
      { cost: { quantity: 3_000 } },
    ],
    ['the file by the quantity', [{ quantity: 2_000 }, [], '2,000'], { phoneNumbers: 2_000 }],
    [
      'the places by the quantity',
      [{ quantity: 3_000 }, [{ VolumeDesired: '1,000' }, { VolumeDesired: '2,000' }]],
      { places: [{ wanted: 1_000 }, { wanted: 2_000 }] },
    ],
    [
      'the places by a quantity that its price decides',
      [
        { quantity: '1,000', cost_unity: '0.090', total: '90.00' },
        [{ VolumeDesired: '1,000', Volume: '12,345' }],
      ],
      { cost: { quantity: 1_000 }, places: [{ wanted: 1_000, available: 12_345 }] },
    ],
    [
      'what is available by the line that sums it',
      [{}, [{ Volume: '1.000' }, { Volume: '234' }, { Type: 'total', Localite: 'total', Volume: '1.234' }]],
      { places: [{ available: 1_000 }, { available: 234 }] },
    ],
    [
      'a cost that would also be right a thousand times smaller, by the places',
      [{ quantity: '15.000', cost_unity: '0,10', total: '1.500' }, [{ VolumeDesired: 15_000 }]],
      { cost: { quantity: 15_000, total: '1500' } },
    ],
    [
      'a total by the places, where no quantity came',
      [{ cost_unity: '0.10', total: '1,500' }, [{ VolumeDesired: 15_000 }]],
      { cost: { total: '1500' } },
    ],
  ])('are decided: %s', (_, reply, expected) => {
    const rental = read(...reply)
    expect(rental).toMatchObject(expected)
    expect(rental.flags).toEqual(['number-interpreted'])
  })

  test.each<[readonly Line[], unknown, readonly string[]]>([
    [[{ Volume: '1,000' }], undefined, ['1,000']],
    [[{ VolumeDesired: '1,000' }, { VolumeDesired: '2,000' }], undefined, ['1,000', '2,000']],
    [[{ VolumeDesired: '5.000', Volume: '10 environ' }], undefined, ['5.000', '10 environ']],
    [[], '4,000', ['4,000']],
    [[{ VolumeDesired: '3,000' }], 7, ['3,000']],
    [[{ VolumeDesired: '1e400' }], undefined, ['1e400']],
  ])('are not given where nothing decides them: %j', (lines, phoneNumbers, unread) => {
    const rental = read({}, lines, phoneNumbers)
    expect([...(rental.unread ?? [])].toSorted()).toEqual([...unread].toSorted())
    expect(rental.places.every(({ wanted }) => wanted === undefined)).toBe(true)
  })
})

/** Thousandths, as one locale or another writes them. */
const written = fc.constantFrom(
  ...['en', 'fr', 'de', 'de-CH'].flatMap(locale =>
    [0, 3].map(least => {
      const format = new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: 3 })
      return (thousandths: number) => format.format(thousandths / 1_000)
    }),
  ),
  (thousandths: number) => thousandths / 1_000,
)

test('no cost is ever a thousand times too high or too low, however each part of it is written', () => {
  const quantities = fc.oneof(
    fc.integer({ min: 1, max: 500_000 }),
    fc.integer({ min: 1, max: 500 }).map(count => count * 1_000),
  )
  const cents = fc.integer({ min: 1, max: 999 })
  fc.assert(
    fc.property(quantities, cents, fc.tuple(written, written, written), (quantity, price, write) => {
      const [asQuantity, asPrice, asTotal] = write
      const { cost = {} } = read({
        quantity: asQuantity(quantity * 1_000),
        cost_unity: asPrice(price),
        total: asTotal(quantity * price),
      })
      expect([undefined, quantity]).toContain(cost.quantity)
      expect([undefined, price]).toContain(cost.unitPrice && Math.round(Number(cost.unitPrice) * 1_000))
      expect([undefined, quantity * price]).toContain(cost.total && Math.round(Number(cost.total) * 1_000))
    }),
    { numRuns: 300 },
  )
})
