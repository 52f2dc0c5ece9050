import { useBoard, useViewState } from '../board/board-context.ts'
import { useI18n } from '../i18n/i18n.ts'
import { foldText } from '../rentals/fold-text.ts'

/** None of them is the colour of a status. */
const colours = [
  'bg-tag-teal-tint text-tag-teal',
  'bg-tag-violet-tint text-tag-violet',
  'bg-tag-pink-tint text-tag-pink',
  'bg-tag-olive-tint text-tag-olive',
  'bg-tag-sky-tint text-tag-sky',
] as const

/** Always the same for the same word. */
export function tagColours(tag: string): string {
  let hash = 0
  for (const character of foldText(tag)) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003
  return colours[hash % colours.length] ?? colours[0]
}

type TagButtonProps = {
  tag: string
  /** In a row it is neither a tab stop nor a target for fingers: there the whole row is one. */
  inRow?: boolean
}

export function TagButton({ tag, inRow = false }: TagButtonProps) {
  const { t } = useI18n()
  const { view } = useBoard()
  const isPressed = useViewState(({ tags }) => tags.has(tag))
  return (
    <button
      type="button"
      tabIndex={inRow ? -1 : undefined}
      aria-pressed={isPressed}
      aria-label={t.tools.tagFilter(tag)}
      title={tag}
      onClick={() => view.toggleTag(tag)}
      className={`group/tag -my-0.5 flex min-h-6 max-w-full items-center ${inRow ? 'pointer-coarse:pointer-events-none' : 'pointer-coarse:min-h-11'}`}
    >
      <span
        className={`rounded-xl border border-transparent px-2 text-xs leading-normal group-hover/tag:border-current group-aria-pressed/tag:border-current ${tagColours(tag)}`}
      >
        {tag}
      </span>
    </button>
  )
}
