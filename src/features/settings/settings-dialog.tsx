import { type ReactNode, useId, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import { archiveDays, baseIntervals, languageChoices, themes } from '../../board/preferences.ts'
import { useFilesOffered } from '../../board/use-files-offered.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { laterWords } from '../../i18n/later-words.ts'
import { Button } from '../../ui/button.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { Modal } from '../../ui/modal.tsx'
import { RadioGroup } from './controls.tsx'
import { NoticeSettings } from './notice-settings.tsx'
import { useServerKey } from './use-server-key.ts'
import { settingsWords } from './words.ts'

const TeamSettings = lazyPart(() => import('../team/team-settings.tsx'), 'TeamSettings')
const BackupSettings = lazyPart(() => import('../backup/backup-settings.tsx'), 'BackupSettings')

/** Requests a second, from gentle to the most that is allowed. */
const rates = [0.2, 0.5, 1, 2, 5, 10] as const

export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { t, f } = useI18n()
  const { preferences: w, alerts, shortcuts } = useWords(settingsWords)
  const { preferences, dialogs } = useBoard()
  const selected = useStore(preferences.state)
  return (
    <Modal title={t.settings} onClose={onClose}>
      <div className="grid gap-6">
        <Group title={w.board}>
          <TeamSettings />
          <RadioGroup
            label={w.language}
            value={selected.language}
            options={languageChoices.map(value => ({ value, label: w.languages[value] }))}
            onChoose={language => preferences.set({ language })}
          />
          <RadioGroup
            label={w.theme}
            value={selected.theme}
            options={themes.map(value => ({ value, label: w.themes[value] }))}
            onChoose={theme => preferences.set({ theme })}
          />
          <RadioGroup
            label={w.pace}
            hint={w.paceHint}
            value={selected.pace}
            options={baseIntervals.map(value => ({ value, label: f.wait(value) }))}
            onChoose={pace => preferences.set({ pace })}
          />
          <RadioGroup
            label={w.archive}
            hint={w.archiveHint}
            value={selected.archiveAfterDays}
            options={archiveDays.map(value => ({ value, label: w.archiveAfter(value) }))}
            onChoose={archiveAfterDays => preferences.set({ archiveAfterDays })}
          />
        </Group>
        <Group title={alerts.title}>
          <NoticeSettings />
        </Group>
        <Group title={w.accountAndBackup}>
          <AccountSettings />
          <BackupSettings />
          <RadioGroup
            label={w.rate}
            hint={w.rateHint}
            value={selected.rate}
            options={rates.map(value => ({ value, label: f.number(value) }))}
            onChoose={rate => preferences.set({ rate })}
          />
        </Group>
        <section className="border-line border-t pt-4 text-muted text-sm">
          <h3 className="mb-1 font-medium text-ink">{w.about}</h3>
          <p>{w.aboutText}</p>
          <p className="mt-2">{w.credits}</p>
          <Button words={shortcuts.title} className="mt-3" onClick={() => dialogs.open('shortcuts')} />
        </section>
      </div>
    </Modal>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="grid gap-5 border-line border-t pt-4 first:border-t-0 first:pt-0"
    >
      <h3 id={id} className="font-semibold text-base">
        {title}
      </h3>
      {children}
    </section>
  )
}

/** Shorter keys show nothing of themselves. */
const MIN_KEY_CHARS = 12

/** Which key the checks are made with, and the way to another. */
function AccountSettings() {
  const later = useWords(laterWords)
  const w = useWords(settingsWords)
  const { isDemo, dialogs, apiKey } = useBoard()
  const isFileOffered = useFilesOffered()
  const serverKey = useServerKey()
  const typed = useSyncExternalStore(apiKey.subscribe, apiKey.get)

  function inUse(): string {
    if (isDemo) return w.key.inUse.demo
    if (serverKey) return w.key.inUse.server
    if (typed !== undefined) return w.key.inUse.typed(typed.length < MIN_KEY_CHARS ? '' : typed.slice(-4))
    return serverKey === undefined ? '' : w.key.inUse.none
  }

  const change = typed === undefined ? later.enterKey : w.key.change
  return (
    <section>
      <h4 className="mb-1.5 font-medium">{w.preferences.account}</h4>
      <p className="mb-2 empty:hidden">{inUse()}</p>
      {(isDemo || serverKey !== true) && (
        <Button words={isDemo ? later.demo.connect : change} onClick={() => dialogs.open('key')} />
      )}
      {isFileOffered === false && <p className="mt-2 text-muted text-sm">{w.preferences.filesOff}</p>}
    </section>
  )
}
