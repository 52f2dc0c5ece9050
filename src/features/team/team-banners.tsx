import { CloudOff, Users } from 'lucide'
import { useTeam } from '../../board/team-store.ts'
import { useTeamState, useUndecided } from '../../board/use-team.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { teamWords } from './words.ts'

/** What is to be said of the team's list, where there is one. */
export function TeamBanners() {
  return (
    <>
      <ProblemBanner />
      <ComingOverBanner />
    </>
  )
}

/** Nothing is lost by it: changes wait. */
function ProblemBanner() {
  const w = useWords(teamWords)
  const problem = useTeamState(state => state.problem)
  const waiting = useTeamState(state => state.waiting) ?? 0
  if (problem === undefined) return null
  return (
    <Banner
      tone="notice"
      icon={CloudOff}
      title={w.problems[problem]}
      text={waiting > 0 ? w.waiting(waiting) : w.nothingWaits}
    />
  )
}

/** Asks once what becomes of the rentals that this browser had for itself. */
function ComingOverBanner() {
  const w = useWords(teamWords)
  const team = useTeam()
  const undecided = useUndecided()
  if (team === undefined || undecided.length === 0) return null
  return (
    <Banner tone="calm" icon={Users} title={w.ask(undecided.length)} text={w.askText(undecided.length)}>
      <Button className="button-main" words={w.share} onClick={() => team.share(undecided)} />
      <Button words={w.keep} onClick={() => team.keep(undecided)} />
    </Banner>
  )
}
