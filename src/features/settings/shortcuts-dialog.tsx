import type { ReactNode } from 'react'
import { useBoard, usePreferences } from '../../board/board-context.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Modal } from '../../ui/modal.tsx'
import { settingsWords } from './words.ts'

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t, w } = useI18n(settingsWords)
  const words = w.shortcuts
  const { preferences } = useBoard()
  const singleKeys = usePreferences(state => state.singleKeys)
  const { Control, Shift, Enter, Escape, Space, Delete } = words.keys
  const control = /mac|iphone|ipad/i.test(navigator.platform) ? '⌘' : Control
  return (
    <Modal title={words.title} onClose={onClose}>
      <div className="grid gap-5">
        <Keys title={words.anywhere}>
          <Line words={words.move} keys={['↓ ↑', 'J K']} />
          <Line words={words.open} keys={[Enter]} />
          <Line words={t.tools.search} keys={['/']} />
          <Line words={words.help} keys={['?']} />
          <Line words={words.escape} keys={[Escape]} />
        </Keys>
        <Keys title={words.inSearch}>
          <Line words={words.toFirst} keys={['↓']} />
          <Line words={words.openFirst} keys={[Enter]} />
        </Keys>
        <Keys title={words.inList}>
          <Line words={words.choose} keys={[Space, `${control} ${words.click}`]} />
          <Line words={words.range} keys={[`${Shift} ${Space}`, `${Shift} ${words.click}`]} />
          <Line words={words.all} keys={[`${control} A`]} />
          <Line words={words.tag} keys={['T']} />
          <Line words={words.remove} keys={[Delete]} />
        </Keys>
        <Keys title={words.inDetail}>
          <Line words={words.move} keys={['↓ ↑']} />
        </Keys>
        <div className="border-line border-t pt-4">
          <Checkbox
            label={words.single}
            hint={words.singleHint}
            checked={singleKeys}
            onChange={singleKeys => preferences.set({ singleKeys })}
          />
        </div>
      </div>
    </Modal>
  )
}

function Keys({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1.5 font-medium">{title}</h3>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-2 text-sm">{children}</dl>
    </section>
  )
}

/** `keys` are alternatives; a space parts the keys of one of them. */
function Line({ words, keys }: { words: string; keys: readonly string[] }) {
  const w = useWords(settingsWords)
  return (
    <>
      <dt className="text-muted">{words}</dt>
      <dd className="flex flex-wrap items-center justify-end gap-1">
        {keys.map((combination, index) => (
          <span key={combination} className="flex items-center gap-1">
            {index > 0 && <span className="px-1 text-muted">{w.shortcuts.or}</span>}
            {combination.split(' ').map(key => (
              <kbd
                key={key}
                className="min-w-7 rounded-sm border border-line bg-sunken px-1.5 text-center font-sans"
              >
                {key}
              </kbd>
            ))}
          </span>
        ))}
      </dd>
    </>
  )
}
