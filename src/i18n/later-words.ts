import { counted } from './plural.ts'
import type { Language } from './resolve-locale.ts'

const fr = {
  enterKey: 'Indiquer une clé',
  removed: counted.fr('Location retirée du suivi', '# locations retirées du suivi'),
  archive: {
    put: 'Archiver',
    bringBack: 'Remettre dans la liste',
    archived: counted.fr('Location archivée', '# locations archivées'),
    broughtBack: counted.fr('Location remise dans la liste', '# locations remises dans la liste'),
  },
  care: {
    mine: 'Vous vous en occupez.',
    theirs: (name: string) => `${name} s’en occupe.`,
  },
  tagField: 'Ajouter une étiquette',
  tagsLeftOut: counted.fr(
    '50 étiquettes par location au plus\u00a0: # laissée de côté',
    '50 étiquettes par location au plus\u00a0: # laissées de côté',
  ),
  tagHint: 'Entrée ou virgule pour ajouter.',
  signIn: 'Vous êtes déconnecté du serveur de suivi\u00a0: rechargez la page pour vous reconnecter.',
  copyFailed:
    'Le navigateur ne copie pas ici\u00a0: le texte est sélectionné, copiez-le vous-même (Ctrl ou Cmd + C).',
  nextIn: (duration: string) => `dans ${duration}`,
  nextNow: 'dans un instant',
  lastReply: 'Dernière réponse',
  never: 'aucune jusqu’ici',
  check: 'Vérifier maintenant',
  columns: {
    department: 'Département',
    wanted: 'Souhaités',
    available: 'Disponibles',
    rentals: 'Locations',
  },
  demo: {
    text: 'Ces locations sont simulées\u00a0: rien n’est réel, rien n’est enregistré.',
    brief: 'Rien n’est réel, rien n’est enregistré.',
    noKey: 'Aucune clé sur le serveur',
    noKeyText: 'Ces locations sont simulées, rien n’est enregistré\u00a0: il manque SMSPARTNER_API_KEY.',
    connect: 'Connecter mon compte',
    connectBrief: 'Connecter',
    leave: 'Quitter la démonstration',
    leaveBrief: 'Quitter',
  },
  announce: (name: string, state: string) => `${name}\u00a0: ${state}`,
}

const en: typeof fr = {
  enterKey: 'Enter a key',
  removed: counted.en('Rental no longer followed', '# rentals no longer followed'),
  archive: {
    put: 'Archive',
    bringBack: 'Put back in the list',
    archived: counted.en('Rental archived', '# rentals archived'),
    broughtBack: counted.en('Rental put back in the list', '# rentals put back in the list'),
  },
  care: {
    mine: 'You take care of it.',
    theirs: name => `${name} takes care of it.`,
  },
  tagField: 'Add a tag',
  tagsLeftOut: counted.en('At most 50 tags a rental: # left out'),
  tagHint: 'Press Enter or type a comma to add.',
  signIn: 'You have been signed out of the tracking server: reload the page to sign in again.',
  copyFailed: 'The browser cannot copy here: the text is selected, so copy it yourself (Ctrl or Cmd + C).',
  nextIn: duration => `in ${duration}`,
  nextNow: 'in a moment',
  lastReply: 'Last answer',
  never: 'none so far',
  check: 'Check now',
  columns: {
    department: 'Department',
    wanted: 'Wanted',
    available: 'Available',
    rentals: 'Rentals',
  },
  demo: {
    text: 'These rentals are simulated: nothing is real, nothing is saved.',
    brief: 'Nothing is real, nothing is saved.',
    noKey: 'No key on the server',
    noKeyText: 'These rentals are simulated and nothing is saved: SMSPARTNER_API_KEY is missing.',
    connect: 'Connect my account',
    connectBrief: 'Connect',
    leave: 'Leave the demonstration',
    leaveBrief: 'Leave',
  },
  announce: (name, state) => `${name}: ${state}`,
}

export const laterWords: Readonly<Record<Language, typeof fr>> = { fr, en }
