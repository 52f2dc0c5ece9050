import type { KnownStatus } from './status.ts'

type Sentences = { readonly french: string; readonly english: readonly [string, ...string[]] }

/**
 * What the provider may say instead of a status's code; the demonstration says the first of each language, and the last
 * are of older pages. Source: `docs/provider-api.md`, Statuses. Apart from their table, as the first picture does
 * without them.
 */
export const statusSentences: Readonly<Record<KnownStatus, Sentences>> = {
  requested: {
    french: 'La demande de location a été effectué',
    english: ['The rental request has been made', 'The rental application was made'],
  },
  generating: {
    french: 'Le fichier est en cours de création',
    english: ['File is being generated', 'The file is being created'],
  },
  ready: {
    french: 'La création du fichier est terminé. Vous pouvez le télécharger.',
    english: ['File is ready. You can download it.'],
  },
  failed: {
    french: 'La demande de location a échoué',
    english: ['The rental request failed'],
  },
  downloaded: {
    french: 'Le fichier a déjà été téléchargé',
    english: [
      'File downloaded by user from api',
      'File has already been downloaded',
      'The file has been downloaded',
    ],
  },
}
