import { useState } from 'react'
import { useBoard, usePreferences } from '../../board/board-context.ts'
import { Switch } from '../../features/settings/controls.tsx'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { melodies, playChime } from '../notifications/chime.ts'
import { askForDesktop, desktopState, showDesktop } from '../notifications/desktop.ts'
import { settingsWords } from './words.ts'

export function NoticeSettings() {
  return (
    <>
      <DesktopSwitch />
      <SoundSwitch />
    </>
  )
}

function DesktopSwitch() {
  const w = useWords(settingsWords).alerts
  const { preferences } = useBoard()
  const isWanted = usePreferences(state => state.notifications)
  const [state, setState] = useState(desktopState)
  const isPossible = state !== 'insecure' && state !== 'absent'

  async function turn(on: boolean) {
    const next = on ? await askForDesktop() : state
    // The first notification is a sample, and shows whether this browser has any after all.
    const isShown = next === 'allowed' && on && showDesktop(firstNotice(w.desktopOn)) !== undefined
    preferences.set({ notifications: isShown })
    setState(on && next === 'allowed' && !isShown ? 'absent' : next)
  }

  return (
    <Switch
      label={w.desktop}
      hint={w.desktopHint}
      checked={isWanted && state === 'allowed'}
      disabled={!isPossible}
      onChange={on => void turn(on)}
      outcome={state === 'allowed' || state === 'asking' ? undefined : w.desktopOff[state]}
    />
  )
}

function firstNotice(title: string) {
  return { title, body: '', tag: 'rental-board first', onOpen: () => undefined }
}

function SoundSwitch() {
  const w = useWords(settingsWords).alerts
  const { preferences } = useBoard()
  const isWanted = usePreferences(state => state.sound)
  const [isRefused, setIsRefused] = useState(false)

  async function play() {
    setIsRefused(!(await playChime(melodies.good)))
  }

  return (
    <Switch
      label={w.sound}
      hint={w.soundHint}
      checked={isWanted}
      onChange={sound => preferences.set({ sound })}
      outcome={isRefused ? w.soundRefused : undefined}
    >
      <Button words={w.soundTry} className="mt-2" onClick={() => void play()} />
    </Switch>
  )
}
