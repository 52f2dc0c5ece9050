import { ChevronLeft, ChevronRight, type IconNode, X } from 'lucide'
import { useSelection } from '../../board/board-context.ts'
import { boardAddress, detailAddress } from '../../board/routes.ts'
import { neighbour } from '../../board/selection.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { detailWords } from './words.ts'

/** Leads to the rentals above and below in the list, says which of them this is, and closes the detail. */
export function DetailNav({ token }: { token: string }) {
  const { t, f, w } = useI18n(detailWords)
  const listed = useSelection(state => state.listed)
  const index = listed.indexOf(token)
  return (
    <nav
      aria-label={w.nav}
      className="-mt-1 -mr-2 float-right ml-2 flex items-center max-[22.5rem]:float-none max-[22.5rem]:justify-end"
    >
      {index !== -1 && (
        <>
          <Step icon={ChevronLeft} words={w.previous} to={neighbour(listed, token, -1)} />
          <span className="whitespace-nowrap text-muted text-sm">
            {w.position(f.number(index + 1), f.number(listed.length))}
          </span>
          <Step icon={ChevronRight} words={w.following} to={neighbour(listed, token, 1)} />
        </>
      )}
      <a href={boardAddress} className="button button-icon" aria-label={t.close} title={t.close}>
        <Icon of={X} className="" />
      </a>
    </nav>
  )
}

function Step({ icon, words, to }: { icon: IconNode; words: string; to: string | undefined }) {
  return (
    <Button
      icon={icon}
      words={words}
      title={words}
      className="button-icon aria-disabled:opacity-40"
      aria-disabled={to === undefined}
      onClick={() => to !== undefined && showDetail(to)}
    />
  )
}

/** Shows another rental in the place of this one: the back button still leads out of the detail. */
export function showDetail(token: string): void {
  location.replace(detailAddress(token))
  rowOf(token)?.scrollIntoView({ block: 'nearest' })
}

export function rowOf(token: string): Element | undefined {
  return [...document.querySelectorAll<HTMLElement>('[data-token]')].find(row => row.dataset.token === token)
}
