import type { AccountFault } from '../../api/errors.ts'
import type { Language } from '../../i18n/resolve-locale.ts'

const fr = {
  leave: 'Quitter l’écran mural',
  filter: 'Filtre',
  page: (page: string, pages: string) => `Page ${page} sur ${pages}`,
  nothing: {
    collect: 'Rien à télécharger',
    underway: 'Rien en cours',
    attention: 'Rien à signaler',
  },
  justChanged: 'vient de changer',
  /** What is wrong with the account, whose fault it is, and what to do. */
  account: {
    keyRequired:
      'Il manque la clé API\u00a0: l’administrateur la configure sur le serveur, ou vous l’indiquez dans le tableau.',
    keyWrong:
      'SMS Partner refuse la clé API\u00a0: vérifiez-la dans votre espace SMS Partner, puis indiquez-la dans le tableau.',
    deactivated: 'Le compte SMS Partner est désactivé\u00a0: faites-le réactiver par SMS Partner.',
    blocked: 'Le compte SMS Partner est bloqué\u00a0: demandez à SMS Partner de le débloquer.',
    refused: 'SMS Partner refuse à ce compte l’accès à son API\u00a0: demandez cet accès à SMS Partner.',
    address:
      'SMS Partner n’autorise pas l’adresse IP du serveur\u00a0: autorisez-la dans votre espace SMS Partner.',
  } satisfies Record<AccountFault, string>,
  dataFrom: (duration: string) => `Données d’il y a ${duration}`,
  noData: 'Aucune réponse reçue',
  emptyTitle: 'Aucune location suivie',
  emptyText: 'Ajoutez vos locations depuis le tableau\u00a0: elles s’afficheront ici.',
}

const en: typeof fr = {
  leave: 'Leave the wall display',
  filter: 'Filter',
  page: (page, pages) => `Page ${page} of ${pages}`,
  nothing: {
    collect: 'Nothing to download',
    underway: 'Nothing in progress',
    attention: 'Nothing to report',
  },
  justChanged: 'has just changed',
  account: {
    keyRequired:
      'The API key is missing: the administrator sets it on the server, or you enter it on the board.',
    keyWrong:
      'SMS Partner refuses the API key: check it in your SMS Partner account, then enter it on the board.',
    deactivated: 'The SMS Partner account is deactivated: have SMS Partner reactivate it.',
    blocked: 'The SMS Partner account is blocked: ask SMS Partner to unblock it.',
    refused: 'SMS Partner refuses this account access to its API: ask SMS Partner for it.',
    address: 'SMS Partner does not allow the server’s IP address: allow it in your SMS Partner account.',
  },
  dataFrom: duration => `Data from ${duration} ago`,
  noData: 'No reply received',
  emptyTitle: 'No rentals followed',
  emptyText: 'Add your rentals on the board: they will appear here.',
}

export const wallWords: Readonly<Record<Language, typeof fr>> = { fr, en }
