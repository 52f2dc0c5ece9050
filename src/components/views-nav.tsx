import { Euro, List, Map as MapIcon } from 'lucide'
import { useI18n } from '../i18n/i18n.ts'
import { Icon } from './icon.tsx'
import { useView, type ViewName, viewAddresses } from './routes.ts'

const icons = { list: List, map: MapIcon, costs: Euro }
const views: readonly ViewName[] = ['list', 'map', 'costs']

/** The ways to look at the rentals: as a list, on the map, by what they cost. */
export function ViewsNav() {
  const { t } = useI18n()
  const current = useView()
  return (
    <nav aria-label={t.views.label} className="flex gap-1 sm:gap-1.5">
      {views.map(view => (
        <a
          key={view}
          href={viewAddresses[view]}
          aria-current={view === current ? 'page' : undefined}
          className="button max-sm:px-2.5 aria-[current=page]:border-ink aria-[current=page]:font-semibold"
        >
          <Icon of={icons[view]} className="size-4 max-[22.5rem]:hidden" />
          {t.views[view]}
        </a>
      ))}
    </nav>
  )
}
