import { useStore } from 'zustand'
import { useI18n } from '../i18n/i18n.ts'
import { usePlaces } from '../places/use-places.ts'
import { useBoard } from './board-context.ts'

export type ActiveFilter = {
  readonly key: string
  readonly label: string
  readonly tag?: string
  readonly lift: () => void
}

/** Everything that keeps rentals from being listed, in words. */
export function useActiveFilters(): readonly ActiveFilter[] {
  const { t } = useI18n()
  const { view } = useBoard()
  const { filter, tags, department, short, archived, query } = useStore(view.state)
  const places = usePlaces(department === undefined ? [] : [department])
  const words = query.trim()
  return [
    ...[...filter].map(tile => {
      return { key: `tile ${tile}`, label: t.tiles[tile], lift: () => view.toggleTile(tile) }
    }),
    ...[...tags].map(tag => ({ key: `tag ${tag}`, label: tag, tag, lift: () => view.toggleTag(tag) })),
    ...(department === undefined
      ? []
      : [
          {
            key: 'department',
            label: `${department} ${places.departmentName(department) ?? ''}`.trim(),
            lift: () => view.toggleDepartment(department),
          },
        ]),
    ...(short ? [{ key: 'short', label: t.totals.shortfall, lift: view.toggleShort }] : []),
    ...(archived ? [{ key: 'archived', label: t.archive.filter, lift: view.toggleArchived }] : []),
    ...(words === '' ? [] : [{ key: 'query', label: t.tools.searched(words), lift: () => view.search('') }]),
  ]
}
