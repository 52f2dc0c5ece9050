import { counted } from '../../i18n/plural.ts'
import type { Language } from '../../i18n/resolve-locale.ts'

const fr = {
  backupFile: (day: string) => `sauvegarde-locations-${day}.json`,
  restoreButton: 'Restaurer une sauvegarde…',
  restoreTitle: 'Restaurer une sauvegarde',
  savedAt: (moment: string) => `Enregistrée le ${moment}.`,
  nothingIn: 'Cette sauvegarde ne contient aucune location.',
  restore: counted.fr('Restaurer # location', 'Restaurer # locations'),
  restoreSettings: 'Reprendre les réglages',
  withSettings: 'Reprendre aussi les réglages',
  restored: 'Sauvegarde restaurée',
  problems: {
    'not-json': 'Ce fichier n’est pas une sauvegarde\u00a0: il est vide, coupé ou d’un autre type.',
    'not-a-backup': 'Ce fichier n’est pas une sauvegarde du suivi des locations.',
    newer: 'Cette sauvegarde vient d’une version plus récente\u00a0: rechargez la page, puis réessayez.',
    'too-much':
      'Cette sauvegarde contient plus que le suivi n’accepte\u00a0: 10\u202f000 locations et 1\u202f000 noms d’intérêts au plus.',
    unread: 'Le navigateur n’a pas pu lire ce fichier, ou il dépasse 20\u00a0Mo.',
  },
  backup: 'Sauvegarde',
  backupText:
    'Toute la liste avec noms, étiquettes, durées observées et téléchargements, et vos réglages, dans un fichier.',
  backupButton: 'Télécharger la sauvegarde',
  backupDemo:
    'La démonstration ne se sauvegarde pas et ne se partage pas\u00a0: quittez-la pour retrouver votre liste.',
}

const en: typeof fr = {
  backupFile: day => `rentals-backup-${day}.json`,
  restoreButton: 'Restore a backup…',
  restoreTitle: 'Restore a backup',
  savedAt: moment => `Saved on ${moment}.`,
  nothingIn: 'This backup contains no rentals.',
  restore: counted.en('Restore # rental', 'Restore # rentals'),
  restoreSettings: 'Restore the settings',
  withSettings: 'Also restore the settings',
  restored: 'Backup restored',
  problems: {
    'not-json': 'This file is not a backup: it is empty, cut off or of another kind.',
    'not-a-backup': 'This file is not a rental board backup.',
    newer: 'This backup comes from a newer version: reload the page, then try again.',
    'too-much':
      'This backup holds more than the board accepts: at most 10,000 rentals and 1,000 names of interests.',
    unread: 'The browser could not read this file, or it is larger than 20 MB.',
  },
  backup: 'Backup',
  backupText: 'The whole list with names, tags, observed times and downloads, and your settings, in a file.',
  backupButton: 'Download the backup',
  backupDemo: 'The demonstration cannot be backed up or shared: leave it to return to your list.',
}

export const backupWords: Readonly<Record<Language, typeof fr>> = { fr, en }
