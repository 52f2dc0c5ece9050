import { plural } from '../../i18n/plural.ts'

const fr = {
  news: {
    button: 'Nouvelles',
    unread: (count: number) => plural.fr(count, '# non lue', '# non lues'),
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
  cleared: (count: number) =>
    plural.fr(
      count,
      'Un autre onglet a effacé les données de ce navigateur, et avec elles votre location.',
      'Un autre onglet a effacé les données de ce navigateur, et avec elles vos # locations.',
    ),
  storage: {
    saveFailed:
      'Le navigateur refuse d’enregistrer\u00a0: la liste vit dans cette page et sera perdue à sa fermeture.',
    quarantined: (count: number) =>
      plural.fr(
        count,
        '# location enregistrée était illisible\u00a0: elle a été mise de côté.',
        '# locations enregistrées étaient illisibles\u00a0: elles ont été mises de côté.',
      ),
    newer: (count: number) =>
      plural.fr(
        count,
        '# location a été enregistrée par une version plus récente de cette page\u00a0: elle est gardée, et reviendra avec elle.',
        '# locations ont été enregistrées par une version plus récente de cette page\u00a0: elles sont gardées, et reviendront avec elle.',
      ),
  },
}

const en: typeof fr = {
  news: {
    button: 'News',
    unread: (count: number) => plural.en(count, '# unread', '# unread'),
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
  cleared: count =>
    plural.en(
      count,
      'Another tab cleared the data of this browser, and your rental with it.',
      'Another tab cleared the data of this browser, and your # rentals with it.',
    ),
  storage: {
    saveFailed:
      'The browser refuses to save: the list exists only in this page and will be lost when it closes.',
    quarantined: count =>
      plural.en(
        count,
        '# stored rental was unreadable and has been set aside.',
        '# stored rentals were unreadable and have been set aside.',
      ),
    newer: count =>
      plural.en(
        count,
        '# rental was stored by a later version of this page: it is kept, and comes back with it.',
        '# rentals were stored by a later version of this page: they are kept, and come back with it.',
      ),
  },
}

export const notificationsWords = { fr, en }
