import { plural } from '../../i18n/plural.ts'
import type { Language } from '../../i18n/resolve-locale.ts'

const fr = {
  unfilter: (tag: string) => `Ne plus filtrer par ${tag}`,
  nothingFound: 'Aucune location ne correspond.',
  selected: (count: number) => plural.fr(count, '# sélectionnée', '# sélectionnées'),
  release: 'Effacer la sélection',
  tagThem: 'Étiqueter',
  tagged: (count: number, tags: string) =>
    `${plural.fr(count, '# location étiquetée', '# locations étiquetées')}\u00a0: ${tags}`,
  exportThem: 'Exporter ces lignes',
  fetchThem: 'Télécharger les fichiers',
  removeThem: 'Ne plus suivre',
  nameField: 'Nom de la location',
  archiveFinished: 'Archiver les terminées',
  you: 'vous',
}

const en: typeof fr = {
  unfilter: tag => `Stop filtering by ${tag}`,
  nothingFound: 'No matching rentals.',
  selected: count => plural.en(count, '# selected', '# selected'),
  release: 'Clear selection',
  tagThem: 'Tag',
  tagged: (count, tags) => `${plural.en(count, '# rental tagged', '# rentals tagged')}: ${tags}`,
  exportThem: 'Export these rows',
  fetchThem: 'Download the files',
  removeThem: 'Stop following',
  nameField: 'Name of the rental',
  archiveFinished: 'Archive the finished',
  you: 'you',
}

export const listWords: Readonly<Record<Language, typeof fr>> = { fr, en }
