import { plural } from '../../i18n/plural.ts'

/** What a message to the provider's support tells: its own sentence, and the order in ours, where they are known. */
type SupportMessage = {
  readonly token: string
  readonly state: string
  readonly said: string | undefined
  readonly order: string | undefined
}

const fr = {
  note: 'Note',
  addNote: 'Ajouter une note',
  editNote: 'Modifier la note',
  noNote: 'Aucune note',
  late: (state: string, since: string, usual: string) =>
    `${state} ${since}, d’ordinaire ${usual} sur ce tableau.`,
  label: 'Détail de la location',
  nav: 'Autres locations',
  previous: 'Location précédente',
  following: 'Location suivante',
  position: (nth: string, count: string) => `${nth} sur ${count}`,
  more: 'Autres actions',
  targeting: 'Ciblage',
  sex: 'Sexe',
  age: 'Âge',
  zipcode: 'Code postal',
  category: 'Catégorie',
  interest: 'Intérêt',
  subInterest: 'Sous-intérêt',
  places: 'Localisation',
  place: 'Lieu',
  cost: 'Coût',
  perUnit: (quantity: string, unit: string) => `${quantity} × ${unit}`,
  file: 'Fichier',
  noFile: {
    uncounted: 'Nombre de numéros non indiqué',
    failed: 'Pas de fichier',
    none: 'Pas encore de fichier',
  },
  asPaid: 'autant que payés',
  elsewhere: {
    title: 'À récupérer dans votre espace SMS Partner',
    hint: 'Ce serveur ne télécharge pas les fichiers. Connectez-vous chez SMS Partner et retrouvez la location par son identifiant.',
    open: 'Ouvrir smspartner.fr',
  },
  whatToDo: 'Que faire\u202f?',
  says: (sentence: string, code?: string) =>
    `SMS Partner répond\u00a0: «\u202f${sentence}\u202f»${code === undefined ? '' : ` (statut ${code})`}.`,
  reasons: {
    length: (count: number) =>
      plural.fr(
        count,
        'L’identifiant est sans doute incomplet\u00a0: # caractère, un identifiant en a 40.',
        `L’identifiant est sans doute ${count > 40 ? 'trop long' : 'incomplet'}\u00a0: # caractères, un identifiant en a 40.`,
      ),
    characters: (wrong: string) =>
      `L’identifiant est sans doute mal recopié\u00a0: il contient «\u202f${wrong}\u202f», or un identifiant n’a que des chiffres et des lettres de a à f.`,
    gone: 'SMS Partner la trouvait encore auparavant\u00a0: elle a sans doute été supprimée, ou le compte a changé.',
    'other-account':
      'L’identifiant a la bonne forme\u00a0: la location est peut-être celle d’un autre compte, ou a été supprimée.',
    'too-few': (count: number) =>
      plural.fr(
        count,
        'Sans doute trop peu de contacts\u00a0: il en manque # dans les lieux demandés.',
        'Sans doute trop peu de contacts\u00a0: il en manque # dans les lieux demandés.',
      ),
    unsaid: 'SMS Partner n’en dit pas la raison\u00a0: demandez-la-lui.',
    undocumented:
      'SMS Partner ne documente pas ce statut. La location reste vérifiée\u202f; s’il dure, demandez ce qu’il signifie.',
  },
  correct: 'Corriger l’identifiant',
  correction: {
    unusable: 'Cet identifiant ne convient pas\u00a0: 1 à 128 caractères, sans espace.',
    present: 'Cette location est déjà suivie.',
    done: 'Identifiant corrigé',
  },
  support: {
    copy: 'Copier un message pour SMS Partner',
    copied: 'Message copié',
    message: ({ token, state, said, order }: SupportMessage) =>
      [
        'Bonjour,',
        '',
        `Notre location ${token} est au statut «\u202f${state}\u202f».`,
        ...(said === undefined ? [] : [said]),
        ...(order === undefined ? [] : [`Notre commande\u00a0: ${order}.`]),
        '',
        'Pouvez-vous nous dire pourquoi, et ce que nous devons faire\u202f?',
        '',
        'Merci d’avance.',
      ].join('\n'),
  },
  checks: 'Technique\u00a0: vérifications',
  technical: 'Technique\u00a0: vérifications, réponse reçue',
  status: 'Statut reçu',
  lastCheck: 'Dernière réponse',
  nextCheck: 'Prochaine',
  nextNever: 'à la demande seulement',
  checkingNow: 'en cours…',
  unknownAge: 'date inconnue',
  check: 'Vérifier maintenant',
  copy: 'Copier l’identifiant',
  copySentence: 'Copier le résumé',
  sentenceCopied: 'Résumé copié',
  copied: 'Identifiant copié',
  rename: 'Renommer',
  nameLabel: 'Nom de la location',
  remove: 'Ne plus suivre',
  raw: 'Réponse reçue',
  copyRaw: 'Copier la réponse',
  rawCopied: 'Réponse copiée',
  byHand: 'À copier à la main',
  history: (count: number) => plural.fr(count, 'Historique, # étape', 'Historique, # étapes'),
  began: 'Début',
  timeSpent: 'Durée',
  gap: (duration: string) => `Pas de vérification pendant ${duration}.`,
  shortened: 'Les statuts entre les deux ne sont plus conservés.',
  steps: 'Étapes',
}

const en: typeof fr = {
  note: 'Note',
  addNote: 'Add a note',
  editNote: 'Edit the note',
  noNote: 'No note',
  late: (state, since, usual) => `${state} ${since}, usually ${usual} on this board.`,
  label: 'Rental details',
  nav: 'Other rentals',
  previous: 'Previous rental',
  following: 'Next rental',
  position: (nth, count) => `${nth} of ${count}`,
  more: 'More actions',
  targeting: 'Targeting',
  sex: 'Sex',
  age: 'Age',
  zipcode: 'Postcode',
  category: 'Category',
  interest: 'Interest',
  subInterest: 'Sub-interest',
  places: 'Location',
  place: 'Place',
  cost: 'Cost',
  perUnit: (quantity, unit) => `${quantity} × ${unit}`,
  file: 'File',
  noFile: {
    uncounted: 'Number of phone numbers not given',
    failed: 'No file',
    none: 'No file yet',
  },
  asPaid: 'as many as paid for',
  elsewhere: {
    title: 'To be fetched from your SMS Partner account',
    hint: 'This server downloads no files. Sign in at SMS Partner, and find the rental by its token.',
    open: 'Open smspartner.fr',
  },
  whatToDo: 'What to do?',
  says: (sentence, code) =>
    `SMS Partner answers: “${sentence}”${code === undefined ? '' : ` (status ${code})`}.`,
  reasons: {
    length: count =>
      plural.en(
        count,
        'The token is most likely incomplete: # character, where a token has 40.',
        `The token is most likely ${count > 40 ? 'too long' : 'incomplete'}: # characters, where a token has 40.`,
      ),
    characters: wrong =>
      `The token is most likely miscopied: it holds “${wrong}”, but a token has only digits and the letters a to f.`,
    gone: 'SMS Partner still found it before: it was most likely deleted, or the account is another one.',
    'other-account':
      'The token has the right form: the rental may belong to another account, or was deleted.',
    'too-few': count =>
      plural.en(
        count,
        'Most likely too few contacts: # is missing in the places asked for.',
        'Most likely too few contacts: # are missing in the places asked for.',
      ),
    unsaid: 'SMS Partner does not say why: ask them.',
    undocumented:
      'SMS Partner does not document this status. The rental is still being checked; if it lasts, ask what it means.',
  },
  correct: 'Correct the token',
  correction: {
    unusable: 'This token will not do: 1 to 128 characters, without spaces.',
    present: 'This rental is already followed.',
    done: 'Token corrected',
  },
  support: {
    copy: 'Copy a message for SMS Partner',
    copied: 'Message copied',
    message: ({ token, state, said, order }) =>
      [
        'Hello,',
        '',
        `Our rental ${token} has the status “${state}”.`,
        ...(said === undefined ? [] : [said]),
        ...(order === undefined ? [] : [`Our order: ${order}.`]),
        '',
        'Could you tell us why, and what we should do?',
        '',
        'Thank you.',
      ].join('\n'),
  },
  checks: 'Technical: checks',
  technical: 'Technical: checks, reply received',
  status: 'Status received',
  lastCheck: 'Last answer',
  nextCheck: 'Next check',
  nextNever: 'on request only',
  checkingNow: 'in progress…',
  unknownAge: 'date unknown',
  check: 'Check now',
  copy: 'Copy token',
  copySentence: 'Copy summary',
  sentenceCopied: 'Summary copied',
  copied: 'Token copied',
  rename: 'Rename',
  nameLabel: 'Name of the rental',
  remove: 'Stop following',
  raw: 'Reply received',
  copyRaw: 'Copy reply',
  rawCopied: 'Reply copied',
  byHand: 'To copy by hand',
  history: count => plural.en(count, 'History, # step', 'History, # steps'),
  began: 'Began',
  timeSpent: 'Duration',
  gap: duration => `No checks for ${duration}.`,
  shortened: 'The statuses in between are no longer kept.',
  steps: 'Steps',
}

export const detailWords = { fr, en }
