import type { Language } from '../../i18n/resolve-locale.ts'
import { type ImportPreview, isEmpty } from '../../rentals/import-preview.ts'
import { addWords } from './words.ts'

/** «12 à suivre, 3 déjà suivies, 1 refusée, 18 mots ignorés», without what is none. */
export function formatImport(incoming: ImportPreview, language: Language): string {
  const w = addWords[language]
  const { added, present, refused, ignored, hadSecrets, hadJoined, isTooMuch } = incoming
  if (isEmpty(incoming) && ignored.length > 0 && !hadSecrets) return w.unrecognised
  return [
    isTooMuch && w.tooMuch,
    added.length > 0 && w.toTrack(added.length),
    present.length > 0 && w.present(present.length),
    refused.length > 0 && w.refused(refused.length),
    ignored.length > 0 && w.ignored(ignored.length),
    hadSecrets && w.secretLeftOut,
    hadJoined && w.joined,
  ]
    .filter(Boolean)
    .join(', ')
}

/** The label of the confirm button; undefined when there is nothing to do. */
export function formatTrack(added: number, changed: number, language: Language): string | undefined {
  const w = addWords[language]
  if (added > 0) return w.follow(added)
  return changed > 0 ? w.update(changed) : undefined
}
