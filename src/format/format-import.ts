import type { I18n } from '../i18n/i18n.ts'
import { type ImportPreview, isEmpty } from '../rentals/import-preview.ts'

/** «12 à suivre, 3 déjà suivies, 1 refusée, 18 mots ignorés», without what is none. */
export function formatImport(incoming: ImportPreview, t: I18n['t']): string {
  const {
    added,
    present,
    refused,
    ignored,
    hadSecrets = false,
    hadJoined = false,
    isTooMuch = false,
  } = incoming
  if (isEmpty(incoming) && ignored.length > 0 && !hadSecrets) return t.exchange.unrecognised
  return [
    isTooMuch && t.exchange.tooMuch,
    added.length > 0 && t.exchange.toTrack(added.length),
    present.length > 0 && t.add.present(present.length),
    refused.length > 0 && t.add.refused(refused.length),
    ignored.length > 0 && t.exchange.ignored(ignored.length),
    hadSecrets && t.exchange.secretLeftOut,
    hadJoined && t.exchange.joined,
  ]
    .filter(Boolean)
    .join(', ')
}

/** The label of the confirm button; undefined when there is nothing to do. */
export function formatTrack(t: I18n['t']): (added: number, changed: number) => string | undefined {
  return (added, changed) => {
    if (added > 0) return t.exchange.follow(added)
    return changed > 0 ? t.exchange.update(changed) : undefined
  }
}
