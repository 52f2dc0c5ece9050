const fr = {
  leave: 'Quitter l’écran mural',
  filter: 'Filtre',
  page: (page: string, pages: string) => `Page ${page} sur ${pages}`,
  nothing: {
    collect: 'Rien à télécharger',
    underway: 'Rien en cours',
    attention: 'Rien à signaler',
  },
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
  emptyTitle: 'No rentals followed',
  emptyText: 'Add your rentals on the board: they will appear here.',
}

export const wallWords = { fr, en }
