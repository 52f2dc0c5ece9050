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
    newer: (count: number) =>
      plural.fr(
        count,
        '# location a été enregistrée par une version plus récente de cette page\u00a0: elle est gardée, et reviendra avec elle.',
        '# locations ont été enregistrées par une version plus récente de cette page\u00a0: elles sont gardées, et reviendront avec elle.',
      ),
  },
}

const en: typeof fr = {
  lossBanner: {
    lost: 'The tracking server no longer answers. What you see is the last that came; tracking resumes by itself.',
    unusable:
      'The tracking server answers, but not with your rentals. What you see is the last that came; tracking resumes by itself.',
  },
  pausedSince: moment => `Paused since ${moment}`,
  pauseBrief: 'Nothing is checked.',
  pauseBanner: 'Nothing is checked: what you see is from before the pause.',
  storage: {
    saveFailed: 'The browser refuses to save: the list lives in this page and is lost when it closes.',
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
