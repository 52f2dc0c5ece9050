import { describe, expect, test } from 'vitest'
import type { Place } from '../../src/api/rental.ts'
import {
  byDepartment,
  type CoverageLevel,
  coverageLevel,
  type DepartmentVolumes,
  elsewhere,
} from '../../src/rentals/by-department.ts'
import { rentalWith } from './samples.ts'

const departmentOf = (code: string) => (/^(60|59)/.test(code) ? code.slice(0, 2) : undefined)

const at = (places: readonly Place[]) => rentalWith({ places })
const oise = { location: '60200', wanted: 10, available: 266 }
const monaco = { location: '98000', wanted: 50, available: 20 }
const cedex = { location: '59020', wanted: 5 }

describe('what lies in no known department', () => {
  test('is nothing where every department is known', () => {
    expect(elsewhere([at([oise]), at([])], departmentOf)).toBeUndefined()
  })

  test('is summed by itself, with the codes it came with', () => {
    const unknown = (code: string) => (code === '59020' ? undefined : departmentOf(code))
    expect(elsewhere([at([oise, monaco]), at([monaco, cedex])], unknown)).toEqual({
      codes: ['98000', '59020'],
      wanted: 105,
      available: 40,
      shortfall: 60,
      rentals: 2,
    })
  })

  test('counts a rental that is targeted there and lists no place', () => {
    const rental = rentalWith({ targeting: { zipcodes: ['98000', '60200'], departments: ['99'] } })
    expect(elsewhere([rental], departmentOf)).toEqual({ codes: ['98000', '99'], shortfall: 0, rentals: 1 })
  })

  test('and what lies in one are together all there is', () => {
    const rentals = [at([oise, monaco]), at([cedex, oise]), at([monaco])]
    const wanted = [...byDepartment(rentals, departmentOf).values()].map(volumes => volumes.wanted ?? 0)
    const lost = elsewhere(rentals, departmentOf)?.wanted ?? 0
    expect(wanted.reduce((sum, part) => sum + part, lost)).toBe(125)
  })
})

describe('the coverage of a department', () => {
  test.each<[Omit<DepartmentVolumes, 'rentals'>, CoverageLevel]>([
    [{ wanted: 10, available: 20, shortfall: 0 }, 'ample'],
    [{ wanted: 10, available: 19, shortfall: 0 }, 'tight'],
    [{ wanted: 10, available: 10, shortfall: 0 }, 'tight'],
    [{ wanted: 10, available: 9, shortfall: 1 }, 'short'],
    [{ wanted: 10, available: 500, shortfall: 1 }, 'short'],
    [{ wanted: 0, available: 0, shortfall: 0 }, 'ample'],
    [{ wanted: 10, shortfall: 0 }, 'unknown'],
    [{ available: 10, shortfall: 0 }, 'unknown'],
    [{ shortfall: 0 }, 'unknown'],
  ])('of %j is %s', (volumes, level) => {
    expect(coverageLevel({ ...volumes, rentals: 1 })).toBe(level)
  })
})
