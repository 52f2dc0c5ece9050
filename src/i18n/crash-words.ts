import type { Language } from './resolve-locale.ts'

const fr = {
  title: 'Le tableau a rencontré une erreur',
  text: 'Rechargez la page pour reprendre le suivi. Si l’erreur revient, recommencez sans les réponses gardées\u00a0: la liste de vos locations, leurs noms et leurs étiquettes restent, et les réponses sont redemandées. Vous pouvez aussi copier tout ce qui est enregistré, sauf votre clé.',
  reload: 'Recharger',
  restart: 'Recommencer sans les réponses gardées',
  copy: 'Copier tout',
  copied: 'Copié. Collez-le dans un fichier JSON\u00a0: les réglages du tableau le restaurent.',
  copyByHand:
    'Le navigateur refuse de copier\u00a0: copiez ce texte vous-même dans un fichier JSON, que les réglages du tableau restaurent.',
}

const en: typeof fr = {
  title: 'The board ran into an error',
  text: 'Reload the page to continue. If the error comes back, start again without the saved replies: your rentals, their names and their tags stay, and the replies are fetched again. You can also copy everything that is stored, except your key.',
  reload: 'Reload',
  restart: 'Start again without the saved replies',
  copy: 'Copy everything',
  copied: 'Copied. Paste it into a JSON file, which you can restore from the board’s settings.',
  copyByHand:
    'The browser will not copy: copy this text yourself into a JSON file, which you can restore from the board’s settings.',
}

export const crashWords = { fr, en } satisfies Record<Language, typeof fr>
