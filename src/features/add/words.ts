import { plural } from '../../i18n/plural.ts'

const fr = {
  onlyHere: 'Seulement dans la liste de ce navigateur, pas dans celle de l’équipe',
  otherNames: (count: number) =>
    plural.fr(count, '# doublon sous un autre nom', '# doublons sous un autre nom'),
  otherName: (name: string, other: string) => `«\u202f${name}\u202f», aussi nommée «\u202f${other}\u202f»`,
  cutNames: (count: number, most: string) =>
    plural.fr(count, `# nom coupé à ${most} caractères`, `# noms coupés à ${most} caractères`),
  ignored: (count: number) => plural.fr(count, '# mot ignoré', '# mots ignorés'),
  present: (count: number) => plural.fr(count, '# déjà suivie', '# déjà suivies'),
  inDemo: (count: number) =>
    plural.fr(
      count,
      'Ceci est la démonstration\u00a0: connectez votre compte pour suivre cette location.',
      'Ceci est la démonstration\u00a0: connectez votre compte pour suivre ces # locations.',
    ),
  keptForLater: (count: number) =>
    plural.fr(count, 'Son identifiant est gardé d’ici là.', 'Leurs identifiants sont gardés d’ici là.'),
  added: (count: number) => plural.fr(count, '# location ajoutée', '# locations ajoutées'),
  refused: (count: number) => plural.fr(count, '# refusée', '# refusées'),
  unusual: (count: number) =>
    count === 40
      ? 'un identifiant n’a d’ordinaire que des chiffres et des lettres de a à f'
      : `${plural.fr(count, '# caractère', '# caractères')}\u00a0: un identifiant en a d’ordinaire 40`,
  searchInstead: (query: string) => `Rechercher «\u202f${query}\u202f»\u202f?`,
  nothing: 'Collez d’abord au moins un identifiant.',
  why: {
    'too-long': 'plus de 128 caractères',
    unprintable: 'caractères illisibles',
    unreadable: 'entrée illisible',
  },
  refusal: (text: string, why: string) => `«\u202f${text}\u202f»\u00a0: ${why}`,
  preview: 'Aperçu avant le suivi',
  toTrack: (count: number) => plural.fr(count, '# à suivre', '# à suivre'),
  secretLeftOut: 'clé API ou mot de passe reconnu et laissé de côté',
  joined: 'identifiants collés, séparés tous les 40 caractères',
  tooMuch:
    'Ce texte est trop long\u00a0: 10\u202f000 identifiants et 2\u00a0millions de caractères au plus. Collez-en une partie.',
  unrecognised: 'Aucun identifiant de location reconnu dans ce texte.',
  lists: { added: 'À suivre', present: 'Déjà suivies', refused: 'Refusées' },
  more: (count: number) => plural.fr(count, 'et # autre', 'et # autres'),
  becomes: 'devient',
  gained: (tags: string) => `+ ${tags}`,
  takeChanges: (count: number) =>
    plural.fr(
      count,
      'Reprendre aussi le nom et les étiquettes de # location déjà suivie',
      'Reprendre aussi les noms et les étiquettes de # locations déjà suivies',
    ),
  follow: (count: number) => plural.fr(count, 'Suivre # location', 'Suivre # locations'),
  update: (count: number) => plural.fr(count, 'Mettre à jour # location', 'Mettre à jour # locations'),
  updated: (count: number) => plural.fr(count, '# location mise à jour', '# locations mises à jour'),
  sharedTitle: 'Locations partagées avec vous',
  sharedBroken: 'Ce lien est incomplet, ou ce navigateur ne sait pas le lire\u00a0: demandez-en un nouveau.',
  sharedTooMuch:
    'Ce lien contient plus que le suivi n’accepte\u00a0: 10\u202f000 locations et 50 étiquettes par location au plus. Demandez plusieurs liens.',
  sharedEmpty: 'Ce lien ne contient aucune location.',
  sharedLeave: 'Continuer sans',
  interests: (count: number) => plural.fr(count, '# nom d’intérêt', '# noms d’intérêts'),
  takeInterests: (count: number) =>
    plural.fr(count, 'Reprendre # nom d’intérêt', 'Reprendre # noms d’intérêts'),
  interestsTaken: (count: number) => plural.fr(count, '# nom d’intérêt repris', '# noms d’intérêts repris'),
  tracked: (count: number) => plural.fr(count, 'Location ajoutée au suivi', '# locations ajoutées au suivi'),
}

const en: typeof fr = {
  onlyHere: 'Only in the list of this browser, not in the team list',
  otherNames: count => plural.en(count, '# duplicate under another name', '# duplicates under another name'),
  otherName: (name, other) => `“${name}”, also named “${other}”`,
  cutNames: (count, most) =>
    plural.en(count, `# name cut at ${most} characters`, `# names cut at ${most} characters`),
  ignored: count => plural.en(count, '# word ignored', '# words ignored'),
  present: count => plural.en(count, '# already followed', '# already followed'),
  inDemo: count =>
    plural.en(
      count,
      'This is the demonstration: connect your account to follow this rental.',
      'This is the demonstration: connect your account to follow these # rentals.',
    ),
  keptForLater: count =>
    plural.en(count, 'Its token is kept until then.', 'Their tokens are kept until then.'),
  added: count => plural.en(count, '# rental added', '# rentals added'),
  refused: count => plural.en(count, '# rejected', '# rejected'),
  unusual: count =>
    count === 40
      ? 'a token usually contains only digits and the letters a to f'
      : `${plural.en(count, '# character', '# characters')}: a token usually has 40`,
  searchInstead: query => `Search for “${query}”?`,
  nothing: 'Paste at least one token first.',
  why: {
    'too-long': 'more than 128 characters',
    unprintable: 'unreadable characters',
    unreadable: 'unreadable entry',
  },
  refusal: (text, why) => `“${text}”: ${why}`,
  preview: 'Preview before following',
  toTrack: count => plural.en(count, '# to follow', '# to follow'),
  secretLeftOut: 'an API key or password was recognised and left out',
  joined: 'tokens run together, split every 40 characters',
  tooMuch: 'This text is too long: the limit is 10,000 tokens and 2 million characters. Paste part of it.',
  unrecognised: 'No rental token was recognised in this text.',
  lists: { added: 'To follow', present: 'Already followed', refused: 'Rejected' },
  more: count => plural.en(count, 'and # more', 'and # more'),
  becomes: 'becomes',
  gained: tags => `+ ${tags}`,
  takeChanges: count =>
    plural.en(
      count,
      'Also update the name and tags of # rental already followed',
      'Also update the names and tags of # rentals already followed',
    ),
  follow: count => plural.en(count, 'Follow # rental', 'Follow # rentals'),
  update: count => plural.en(count, 'Update # rental', 'Update # rentals'),
  updated: count => plural.en(count, '# rental updated', '# rentals updated'),
  sharedTitle: 'Rentals shared with you',
  sharedBroken: 'This link is incomplete, or this browser cannot read it: ask for another one.',
  sharedTooMuch:
    'This link holds more than the board accepts: at most 10,000 rentals with 50 tags each. Ask for several links.',
  sharedEmpty: 'This link contains no rentals.',
  sharedLeave: 'Continue without it',
  interests: count => plural.en(count, '# interest name', '# interest names'),
  takeInterests: count => plural.en(count, 'Add # interest name', 'Add # interest names'),
  interestsTaken: count => plural.en(count, '# interest name added', '# interest names added'),
  tracked: count => plural.en(count, 'Rental is now followed', '# rentals are now followed'),
}

export const addWords = { fr, en }
