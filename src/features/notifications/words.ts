import { plural } from '../../i18n/plural.ts'

const fr = {
  lossBanner: {
    lost: 'Le serveur de suivi ne répond plus. Les données affichées sont les dernières reçues\u202f; le suivi reprendra tout seul.',
    unusable:
      'Le serveur de suivi répond, mais par autre chose que vos locations. Les données affichées sont les dernières reçues\u202f; le suivi reprendra tout seul.',
  },
  pausedSince: (moment: string) => `En pause depuis ${moment}`,
  pauseBrief: 'Rien n’est vérifié.',
  pauseBanner: 'Rien n’est vérifié\u00a0: les statuts affichés datent d’avant la pause.',
  storage: {
    saveFailed:
      'Le navigateur refuse d’enregistrer\u00a0: la liste vit dans cette page et sera perdue à sa fermeture.',
    quarantined: (count: number) =>
      plural.fr(
        count,
        '# location enregistrée était illisible\u00a0: elle a été mise de côté.',
        '# locations enregistrées étaient illisibles\u00a0: elles ont été mises de côté.',
      ),
  },
}

const en: typeof fr = {
  lossBanner: {
    lost: 'The tracking server is no longer responding. You see the latest data received; tracking will resume by itself.',
    unusable:
      'The tracking server responds, but not with your rentals. You see the latest data received; tracking will resume by itself.',
  },
  pausedSince: moment => `Paused since ${moment}`,
  pauseBrief: 'Nothing is checked.',
  pauseBanner: 'Nothing is checked: what you see is from before the pause.',
  storage: {
    saveFailed:
      'The browser refuses to save: the list exists only in this page and will be lost when it closes.',
    quarantined: count =>
      plural.en(
        count,
        '# stored rental was unreadable and has been set aside.',
        '# stored rentals were unreadable and have been set aside.',
      ),
  },
}

export const notificationsWords = { fr, en }
