import fc from 'fast-check'
import { HttpResponse, http } from 'msw'
import { describe, expect, test } from 'vitest'
import { HttpError, NetworkError } from '../../src/api/errors.ts'
import { isToken } from '../../src/api/rental.ts'
import {
  fetchTeamFile,
  fetchTeamListing,
  hasTeamList,
  putTeamFile,
  teamFileName,
  tokenOfTeamFile,
} from '../../src/api/team-list.ts'
import { network } from '../network.ts'
import { anyToken } from '../rentals/any-token.ts'
import { foreignFileNames, namelessTokens, teamFileNames } from '../server/team-cases.ts'

const folder = 'http://localhost:3000/team/rentals/'

describe('the name of a file', () => {
  test.each(teamFileNames.filter(([token]) => isToken(token)))(
    'of %j is %j, as both servers have it',
    (token, file) => {
      expect(teamFileName(token)).toBe(file)
      expect(tokenOfTeamFile(file)).toBe(token)
    },
  )

  test('leads back to any token, but for those that are too long', () => {
    fc.assert(
      fc.property(anyToken, token => {
        const name = teamFileName(token)
        if (name === undefined) return
        expect(tokenOfTeamFile(name)).toBe(token)
      }),
    )
  })

  test.each(foreignFileNames)('%j is no rental’s', file => {
    expect(tokenOfTeamFile(file)).toBeUndefined()
  })

  test.each(namelessTokens)('%j has none', token => {
    expect(teamFileName(token)).toBeUndefined()
  })
})

describe('the listing', () => {
  test('gives the files of rentals with their versions, and the server’s time', async () => {
    const mtime = 'Wed, 25 Nov 2026 10:00:00 GMT'
    network.use(
      http.get(folder, () =>
        HttpResponse.json(
          [
            { name: 'abc.json', type: 'file', mtime, size: 12 },
            { name: 'notes.txt', type: 'file', mtime, size: 12 },
            { name: 'old.json', type: 'directory', mtime },
            7,
          ],
          { headers: { Date: 'Wed, 25 Nov 2026 10:00:05 GMT' } },
        ),
      ),
    )
    expect(await fetchTeamListing()).toEqual({
      at: Date.UTC(2026, 10, 25, 10, 0, 5),
      files: new Map([['abc', { changedAt: Date.UTC(2026, 10, 25, 10), version: `${mtime} 12` }]]),
    })
  })

  test.each([
    [new HttpError(503), () => new HttpResponse(null, { status: 503 })],
    [new NetworkError('no whole answer in time'), () => HttpResponse.error()],
    [new NetworkError('no whole answer in time'), () => HttpResponse.text('<html>')],
  ])('that fails is a %s', async (error, answer) => {
    network.use(http.get(folder, answer))
    await expect(fetchTeamListing()).rejects.toThrow(error.constructor as typeof Error)
  })
})

test('a file that is not there is none', async () => {
  network.use(http.get(`${folder}a.json`, () => new HttpResponse(null, { status: 404 })))
  expect(await fetchTeamFile('a')).toBeUndefined()
})

test('a file is put as JSON, as the board’s own page does', async () => {
  let sent: Request | undefined
  network.use(
    http.put(`${folder}a.json`, ({ request }) => {
      sent = request.clone()
      return new HttpResponse(null, { status: 201 })
    }),
  )
  await putTeamFile('a', '{}')
  expect(await sent?.text()).toBe('{}')
  expect(sent?.headers.get('Content-Type')).toBe('application/json')
  expect(sent?.headers.get('X-Requested-With')).toBe('rental-board')
})

test.each([
  [{ serverKey: true, fileDownload: false, teamList: true }, true],
  [{ serverKey: true, fileDownload: false }, false],
  ['<html>', undefined],
])('a server that says %j has a team’s list: %s', async (reply, has) => {
  network.use(http.get('/config.json', () => HttpResponse.json(reply)))
  expect(await hasTeamList()).toBe(has)
})
