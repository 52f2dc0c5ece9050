import { counted } from '../../i18n/plural.ts'
import type { Language } from '../../i18n/resolve-locale.ts'

const fr = {
  title: 'Liste de l’équipe',
  text: 'Ce que vous ajoutez, nommez, étiquetez, annotez, archivez ou retirez change chez tous ceux qui ouvrent ce tableau. Thème, langue, filtres et clé restent à vous.',
  ownTitle: 'Liste de ce navigateur',
  ownText:
    'Vos locations, leurs noms et leurs étiquettes ne sont que dans ce navigateur. TEAM_LIST_DIR dans la configuration du serveur en fait une liste de l’équipe.',
  kept: counted.fr(
    'Liste de ce navigateur\u00a0: # location n’est qu’ici.',
    'Liste de ce navigateur\u00a0: # locations ne sont qu’ici.',
  ),
  name: 'Votre nom dans l’équipe',
  nameHint: 'Il dit à vos collègues qui s’occupe d’une location, et qui a récupéré un fichier.',
  unreadable: counted.fr(
    '# fichier de la liste ne peut être lu\u00a0: il est laissé tel quel.',
    '# fichiers de la liste ne peuvent être lus\u00a0: ils sont laissés tels quels.',
  ),
  ask: counted.fr(
    'Ajouter votre location à la liste de l’équipe\u202f?',
    'Ajouter vos # locations à la liste de l’équipe\u202f?',
  ),
  askText: counted.fr(
    'Toute l’équipe la verrait alors, et pourrait la changer.',
    'Toute l’équipe les verrait alors, et pourrait les changer.',
  ),
  share: 'Ajouter',
  keep: 'Garder dans ce navigateur',
  problems: {
    unreachable: 'La liste de l’équipe est injoignable',
    refused: 'La liste de l’équipe n’accepte plus les changements',
  },
  nothingWaits: 'Vous voyez son dernier état connu.',
  waiting: counted.fr(
    '# changement attend dans ce navigateur, et sera envoyé dès que possible.',
    '# changements attendent dans ce navigateur, et seront envoyés dès que possible.',
  ),
  somebody: 'Quelqu’un',
  overwritten: {
    name: (person: string, rental: string) =>
      `${person} a changé après vous le nom de «\u202f${rental}\u202f»`,
    note: (person: string, rental: string) =>
      `${person} a changé après vous la note de «\u202f${rental}\u202f»`,
    archived: (person: string, rental: string) =>
      `${person} a décidé autrement de l’archivage de «\u202f${rental}\u202f»`,
    care: (person: string, rental: string) => `${person} s’occupe maintenant de «\u202f${rental}\u202f»`,
  },
  putBack: 'Remettre le mien',
}

const en: typeof fr = {
  title: 'Team list',
  text: 'What you add, name, tag, annotate, archive or remove changes for everyone who opens this board. Theme, language, filters and key stay yours.',
  ownTitle: 'This browser’s list',
  ownText:
    'Your rentals, their names and tags are in this browser only. TEAM_LIST_DIR in the server’s configuration makes a team list of them.',
  kept: counted.en(
    'List of this browser: # rental is only here.',
    'List of this browser: # rentals are only here.',
  ),
  name: 'Your name in the team',
  nameHint: 'It tells your colleagues who takes care of a rental, and who fetched a file.',
  unreadable: counted.en(
    '# file of the list cannot be read: it is left as it is.',
    '# files of the list cannot be read: they are left as they are.',
  ),
  ask: counted.en('Add your rental to the team list?', 'Add your # rentals to the team list?'),
  askText: counted.en(
    'The whole team would then see it, and could change it.',
    'The whole team would then see them, and could change them.',
  ),
  share: 'Add',
  keep: 'Keep in this browser',
  problems: {
    unreachable: 'The team list cannot be reached',
    refused: 'The team list takes no more changes',
  },
  nothingWaits: 'You see the last known state.',
  waiting: counted.en(
    '# change waits in this browser, and will be sent as soon as possible.',
    '# changes wait in this browser, and will be sent as soon as possible.',
  ),
  somebody: 'Somebody',
  overwritten: {
    name: (person, rental) => `${person} changed the name of ${rental} after you`,
    note: (person, rental) => `${person} changed the note of ${rental} after you`,
    archived: (person, rental) => `${person} decided otherwise on archiving “${rental}”`,
    care: (person, rental) => `${person} now takes care of “${rental}”`,
  },
  putBack: 'Put mine back',
}

export const teamWords: Readonly<Record<Language, typeof fr>> = { fr, en }
