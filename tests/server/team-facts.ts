import { expect, test } from 'vitest'
import { expectFileTagged, expectListing, expectObeyed, type TeamServer } from './expect-team.ts'
import { sendRaw } from './raw-request.ts'
import {
  expectCutHarmless,
  expectFuzzHarmless,
  expectToldUnwritable,
  expectWholeReads,
} from './team-attacks.ts'
import { teamCases } from './team-cases.ts'

/** What holds of the team's list on every server; the last takes its folder away. */
export function testTeamFiles(server: () => TeamServer): void {
  test.each(teamCases)('$name', line => expectObeyed(server(), line))

  test('a file has a tag', () => expectFileTagged(server()))

  test('lists the files, and says when nothing has changed', () => expectListing(server()))

  test('nothing of 4,000 guesses reaches beyond the folder', () => expectFuzzHarmless(server()), 60_000)

  test('what breaks off leaves the old file', () => expectCutHarmless(server()))

  test('nobody reads half a file', () => expectWholeReads(server()), 20_000)

  test('says that it keeps a list', async () => {
    const { body } = await sendRaw(server().port, { target: '/config.json' })
    expect(JSON.parse(body.toString())).toMatchObject({ teamList: true })
  })

  test('tells when it cannot be written, and when it is gone', () => expectToldUnwritable(server()))
}
