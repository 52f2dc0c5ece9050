import type { AccountFault } from '../../api/errors.ts'
import { counted } from '../../i18n/plural.ts'
import type { Language } from '../../i18n/resolve-locale.ts'
import type { RentalState } from '../../rentals/status.ts'

const fr = {
  dismiss: 'Masquer',
  resume: 'Reprendre',
  news: {
    button: 'Nouvelles',
    unread: counted.fr('# non lue', '# non lues'),
    title: (visit: string) => `Depuis votre dernière visite, ${visit}`,
    earlier: 'Avant',
    markAll: 'Tout marquer lu',
    none: 'Aucune location n’est devenue prête, n’a échoué ni n’a été téléchargée depuis.',
    unreadMark: 'non lue',
    became: {
      ready: (name: string) => `${name} est prête`,
      failed: (name: string) => `${name} a échoué`,
      downloaded: (name: string) => `${name} a été téléchargée`,
      'not-found': (name: string) => `${name} est introuvable`,
    },
    between: (from: string, to: string) => `entre ${from} et ${to}`,
    before: (moment: string) => `avant ${moment}`,
  },
  lossBanner: {
    lost: 'Le serveur de suivi ne répond plus. Les données affichées sont les dernières reçues\u202f; le suivi reprendra tout seul.',
    unusable:
      'Le serveur de suivi répond, mais par autre chose que vos locations. Les données affichées sont les dernières reçues\u202f; le suivi reprendra tout seul.',
  },
  pausedSince: (moment: string) => `En pause depuis ${moment}`,
  pauseBrief: 'Rien n’est vérifié.',
  pauseBanner: 'Rien n’est vérifié\u00a0: les statuts affichés datent d’avant la pause.',
  cleared: counted.fr(
    'Un autre onglet a effacé les données de ce navigateur, et avec elles votre location.',
    'Un autre onglet a effacé les données de ce navigateur, et avec elles vos # locations.',
  ),
  storage: {
    saveFailed:
      'Le navigateur refuse d’enregistrer\u00a0: la liste vit dans cette page et sera perdue à sa fermeture.',
    quarantined: counted.fr(
      '# location enregistrée était illisible\u00a0: elle a été mise de côté.',
      '# locations enregistrées étaient illisibles\u00a0: elles ont été mises de côté.',
    ),
    newer: counted.fr(
      '# location a été enregistrée par une version plus récente de cette page\u00a0: elle est gardée, et reviendra avec elle.',
      '# locations ont été enregistrées par une version plus récente de cette page\u00a0: elles sont gardées, et reviendront avec elle.',
    ),
  },
  account: {
    keyRequired: {
      title: 'Aucune clé API n’est configurée',
      text: 'Les vérifications sont arrêtées. Indiquez votre clé SMS Partner, ou demandez à l’administrateur de la configurer sur le serveur.',
    },
    keyWrong: {
      title: 'La clé API est refusée par SMS Partner',
      text: 'Les vérifications sont arrêtées. Vérifiez la clé dans votre espace SMS Partner, puis indiquez-la ici, ou à l’administrateur si c’est celle du serveur.',
    },
    deactivated: {
      title: 'Le compte SMS Partner est désactivé',
      text: 'Les vérifications sont arrêtées. Faites réactiver le compte par SMS Partner, ou indiquez la clé d’un autre.',
    },
    blocked: {
      title: 'Le compte SMS Partner est bloqué',
      text: 'Les vérifications sont arrêtées. Demandez à SMS Partner de le débloquer, ou indiquez la clé d’un autre.',
    },
    refused: {
      title: 'SMS Partner refuse à ce compte l’accès à son API',
      text: 'Les vérifications sont arrêtées. Demandez cet accès à SMS Partner, ou indiquez la clé d’un autre compte.',
    },
    address: {
      title: 'L’adresse IP du serveur n’est pas autorisée',
      text: 'Les vérifications sont arrêtées. Autorisez l’adresse du serveur dans votre espace SMS Partner, puis réessayez.',
    },
    provider: (message: string, code: string) =>
      `SMS Partner répond\u00a0: «\u202f${message}\u202f» (${code}).`,
    tried: 'Le suivi réessaie de lui-même de temps en temps, et reprend dès que le compte est accepté.',
  } satisfies Record<AccountFault, object> & Record<string, unknown>,
  many: {
    requested: counted.fr('# location est demandée', '# locations sont demandées'),
    generating: counted.fr('# location est en création', '# locations sont en création'),
    ready: counted.fr('# location est prête', '# locations sont prêtes'),
    failed: counted.fr('# location a échoué', '# locations ont échoué'),
    downloaded: counted.fr('# location est téléchargée', '# locations sont téléchargées'),
    unknown: counted.fr('# location a un statut inconnu', '# locations ont un statut inconnu'),
    'not-found': counted.fr('# location est introuvable', '# locations sont introuvables'),
    error: counted.fr('# location est sans réponse', '# locations sont sans réponse'),
    pending: counted.fr('# location est en attente', '# locations sont en attente'),
  } satisfies Record<RentalState, (count: number) => string>,
  see: 'Voir',
  seeOne: (name: string) => `Voir ${name}`,
  closeOne: (text: string) => `Fermer\u00a0: ${text}`,
  restored: 'Connexion rétablie',
  messages: 'Messages',
}

const en: typeof fr = {
  dismiss: 'Dismiss',
  resume: 'Resume',
  news: {
    button: 'News',
    unread: counted.en('# unread'),
    title: (visit: string) => `Since your last visit, ${visit}`,
    earlier: 'Earlier',
    markAll: 'Mark all as read',
    none: 'No rental became ready, failed or was downloaded since then.',
    unreadMark: 'unread',
    became: {
      ready: name => `${name} is ready`,
      failed: name => `${name} failed`,
      downloaded: name => `${name} was downloaded`,
      'not-found': name => `${name} is no longer found`,
    },
    between: (from, to) => `between ${from} and ${to}`,
    before: moment => `before ${moment}`,
  },
  lossBanner: {
    lost: 'The tracking server is no longer responding. You see the latest data received; tracking will resume by itself.',
    unusable:
      'The tracking server responds, but not with your rentals. You see the latest data received; tracking will resume by itself.',
  },
  pausedSince: moment => `Paused since ${moment}`,
  pauseBrief: 'Nothing is checked.',
  pauseBanner: 'Nothing is checked: what you see is from before the pause.',
  cleared: counted.en(
    'Another tab cleared the data of this browser, and your rental with it.',
    'Another tab cleared the data of this browser, and your # rentals with it.',
  ),
  storage: {
    saveFailed:
      'The browser refuses to save: the list exists only in this page and will be lost when it closes.',
    quarantined: counted.en(
      '# stored rental was unreadable and has been set aside.',
      '# stored rentals were unreadable and have been set aside.',
    ),
    newer: counted.en(
      '# rental was stored by a later version of this page: it is kept, and comes back with it.',
      '# rentals were stored by a later version of this page: they are kept, and come back with it.',
    ),
  },
  account: {
    keyRequired: {
      title: 'No API key is set',
      text: 'Checks have stopped. Enter your SMS Partner key, or ask the administrator to set it on the server.',
    },
    keyWrong: {
      title: 'SMS Partner rejected the API key',
      text: 'Checks have stopped. Look up the key in your SMS Partner account, then enter it here, or tell the administrator if it is the server’s.',
    },
    deactivated: {
      title: 'The SMS Partner account is deactivated',
      text: 'Checks have stopped. Ask SMS Partner to reactivate the account, or enter the key of another one.',
    },
    blocked: {
      title: 'The SMS Partner account is blocked',
      text: 'Checks have stopped. Ask SMS Partner to unblock it, or enter the key of another one.',
    },
    refused: {
      title: 'SMS Partner does not let this account use its API',
      text: 'Checks have stopped. Ask SMS Partner for access, or enter the key of another account.',
    },
    address: {
      title: 'The server’s IP address is not allowed',
      text: 'Checks have stopped. Allow the server’s address in your SMS Partner account, then try again.',
    },
    provider: (message, code) => `SMS Partner says: “${message}” (${code}).`,
    tried: 'The board tries again by itself now and then, and resumes as soon as the account is accepted.',
  },
  many: {
    requested: counted.en('# rental was requested', '# rentals were requested'),
    generating: counted.en('# rental is being created', '# rentals are being created'),
    ready: counted.en('# rental is ready', '# rentals are ready'),
    failed: counted.en('# rental failed', '# rentals failed'),
    downloaded: counted.en('# rental was downloaded', '# rentals were downloaded'),
    unknown: counted.en('# rental has an unknown status', '# rentals have an unknown status'),
    'not-found': counted.en('# rental cannot be found', '# rentals cannot be found'),
    error: counted.en('# rental is not responding', '# rentals are not responding'),
    pending: counted.en('# rental is waiting', '# rentals are waiting'),
  },
  see: 'View',
  seeOne: name => `View ${name}`,
  closeOne: text => `Close: ${text}`,
  restored: 'Connection restored',
  messages: 'Messages',
}

export const notificationsWords: Readonly<Record<Language, typeof fr>> = { fr, en }
