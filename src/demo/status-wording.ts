import type { Stage } from './life.ts'

/** How the provider says a status: the code, the code as text, or its sentence in either language. */
export type Wording = 'code' | 'digits' | 'french' | 'english'

/** Source: `shared/api/README.md`. */
const sentences: Record<Exclude<Stage, string>, Record<'french' | 'english', string>> = {
  0: { french: 'La demande de location a été effectué', english: 'The rental request has been made' },
  1: { french: 'Le fichier est en cours de création', english: 'File is being generated' },
  2: {
    french: 'La création du fichier est terminé. Vous pouvez le télécharger.',
    english: 'File is ready. You can download it.',
  },
  3: { french: 'La demande de location a échoué', english: 'The rental request failed' },
  5: { french: 'Le fichier a déjà été téléchargé', english: 'File downloaded by user from api' },
}

/** The `status` field of a reply; a text that the provider's page does not list stays as it is. */
export function statusField(stage: Stage, wording: Wording): number | string {
  if (typeof stage === 'string' || wording === 'code') return stage
  return wording === 'digits' ? String(stage) : sentences[stage][wording]
}

/** What a `status` field means: the reverse of {@link statusField}. */
export function stageOf(field: number | string | undefined): Stage {
  const stages = [0, 1, 2, 3, 5] as const
  const isMeant = (stage: (typeof stages)[number]) =>
    String(field) === String(stage) || Object.values(sentences[stage]).some(words => words === field)
  return stages.find(isMeant) ?? String(field)
}
