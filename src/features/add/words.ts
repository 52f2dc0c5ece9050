import { counted, plural } from '../../i18n/plural.ts'
import type { Language } from '../../i18n/resolve-locale.ts'

const fr = {
  onlyHere: 'Seulement dans la liste de ce navigateur, pas dans celle de l’équipe',
  otherNames: counted.fr('# doublon sous un autre nom', '# doublons sous un autre nom'),
  otherName: (name: string, other: string) => `«\u202f${name}\u202f», aussi nommée «\u202f${other}\u202f»`,
  cutNames: (count: number, most: string) =>
    plural.fr(count, `# nom coupé à ${most} caractères`, `# noms coupés à ${most} caractères`),
  ignored: counted.fr('# mot ignoré', '# mots ignorés'),
  present: counted.fr('# déjà suivie', '# déjà suivies'),
  inDemo: counted.fr(
    'Ceci est la démonstration\u00a0: connectez votre compte pour suivre cette location.',
    'Ceci est la démonstration\u00a0: connectez votre compte pour suivre ces # locations.',
  ),
  keptForLater: counted.fr('Son identifiant est gardé d’ici là.', 'Leurs identifiants sont gardés d’ici là.'),
  added: counted.fr('# location ajoutée', '# locations ajoutées'),
  refused: counted.fr('# refusée', '# refusées'),
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
  toTrack: counted.fr('# à suivre'),
  secretLeftOut: 'clé API ou mot de passe reconnu et laissé de côté',
  joined: 'identifiants collés, séparés tous les 40 caractères',
  tooMuch:
    'Ce texte est trop long\u00a0: 10\u202f000 identifiants et 2\u00a0millions de caractères au plus. Collez-en une partie.',
  unrecognised: 'Aucun identifiant de location reconnu dans ce texte.',
  lists: { added: 'À suivre', present: 'Déjà suivies', refused: 'Refusées' },
  more: counted.fr('et # autre', 'et # autres'),
  becomes: 'devient',
  gained: (tags: string) => `+ ${tags}`,
  takeChanges: counted.fr(
    'Reprendre aussi le nom et les étiquettes de # location déjà suivie',
    'Reprendre aussi les noms et les étiquettes de # locations déjà suivies',
  ),
  follow: counted.fr('Suivre # location', 'Suivre # locations'),
  update: counted.fr('Mettre à jour # location', 'Mettre à jour # locations'),
  updated: counted.fr('# location mise à jour', '# locations mises à jour'),
  sharedTitle: 'Locations partagées avec vous',
  sharedBroken: 'Ce lien est incomplet, ou ce navigateur ne sait pas le lire\u00a0: demandez-en un nouveau.',
  sharedTooMuch:
    'Ce lien contient plus que le suivi n’accepte\u00a0: 10\u202f000 locations et 50 étiquettes par location au plus. Demandez plusieurs liens.',
  sharedEmpty: 'Ce lien ne contient aucune location.',
  sharedLeave: 'Continuer sans',
  interests: counted.fr('# nom d’intérêt', '# noms d’intérêts'),
  takeInterests: counted.fr('Reprendre # nom d’intérêt', 'Reprendre # noms d’intérêts'),
  interestsTaken: counted.fr('# nom d’intérêt repris', '# noms d’intérêts repris'),
  tracked: counted.fr('Location ajoutée au suivi', '# locations ajoutées au suivi'),
}

const en: typeof fr = {
  onlyHere: 'Only in the list of this browser, not in the team list',
  otherNames: counted.en('# duplicate under another name', '# duplicates under another name'),
  otherName: (name, other) => `“${name}”, also named “${other}”`,
  cutNames: (count, most) =>
    plural.en(count, `# name cut at ${most} characters`, `# names cut at ${most} characters`),
  ignored: counted.en('# word ignored', '# words ignored'),
  present: counted.en('# already followed'),
  inDemo: counted.en(
    'This is the demonstration: connect your account to follow this rental.',
    'This is the demonstration: connect your account to follow these # rentals.',
  ),
  keptForLater: counted.en('Its token is kept until then.', 'Their tokens are kept until then.'),
  added: counted.en('# rental added', '# rentals added'),
  refused: counted.en('# rejected'),
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
  toTrack: counted.en('# to follow'),
  secretLeftOut: 'an API key or password was recognised and left out',
  joined: 'tokens run together, split every 40 characters',
  tooMuch: 'This text is too long: the limit is 10,000 tokens and 2 million characters. Paste part of it.',
  unrecognised: 'No rental token was recognised in this text.',
  lists: { added: 'To follow', present: 'Already followed', refused: 'Rejected' },
  more: counted.en('and # more'),
  becomes: 'becomes',
  gained: tags => `+ ${tags}`,
  takeChanges: counted.en(
    'Also update the name and tags of # rental already followed',
    'Also update the names and tags of # rentals already followed',
  ),
  follow: counted.en('Follow # rental', 'Follow # rentals'),
  update: counted.en('Update # rental', 'Update # rentals'),
  updated: counted.en('# rental updated', '# rentals updated'),
  sharedTitle: 'Rentals shared with you',
  sharedBroken: 'This link is incomplete, or this browser cannot read it: ask for another one.',
  sharedTooMuch:
    'This link holds more than the board accepts: at most 10,000 rentals with 50 tags each. Ask for several links.',
  sharedEmpty: 'This link contains no rentals.',
  sharedLeave: 'Continue without it',
  interests: counted.en('# interest name', '# interest names'),
  takeInterests: counted.en('Add # interest name', 'Add # interest names'),
  interestsTaken: counted.en('# interest name added', '# interest names added'),
  tracked: counted.en('Rental is now followed', '# rentals are now followed'),
}

export const addWords: Readonly<Record<Language, typeof fr>> = { fr, en }
