import type { Language } from '../../i18n/resolve-locale.ts'

const fr = {
  label: 'Carte des départements ciblés',
  board: 'Carte des locations',
  hint: 'Appuyez sur un département pour n’afficher que ses locations.',
  toList: 'Voir dans la liste',
  nothing: 'Aucun département connu pour ces locations.',
  paris: 'Paris',
  keys: 'Les flèches mènent d’un département à l’autre.',
  table: 'Contacts par département',
  elsewhere: 'Hors des départements connus',
  shades: 'Contacts souhaités',
  below: (count: string) => `moins de ${count}`,
  between: (from: string, to: string) => `${from} à ${to}`,
  from: (count: string) => `${count} et plus`,
  coverage: 'Contacts disponibles pour ceux souhaités',
  levels: {
    short: 'il en manque',
    tight: 'assez, moins du double',
    ample: 'le double ou plus',
    unknown: 'nombre non indiqué',
  },
  department: (name: string, numbers: string) => `${name}\u00a0: ${numbers}`,
}

const en: typeof fr = {
  label: 'Map of the targeted departments',
  board: 'Map of the rentals',
  hint: 'Press a department to show only its rentals.',
  toList: 'View in list',
  nothing: 'These rentals have no known department.',
  paris: 'Paris',
  keys: 'The arrow keys move from one department to another.',
  table: 'Contacts by department',
  elsewhere: 'Outside known departments',
  shades: 'Contacts wanted',
  below: count => `under ${count}`,
  between: (from, to) => `${from} to ${to}`,
  from: count => `${count} or more`,
  coverage: 'Contacts available compared with wanted',
  levels: {
    short: 'too few',
    tight: 'enough, less than twice',
    ample: 'twice as many or more',
    unknown: 'number not given',
  },
  department: (name, numbers) => `${name}: ${numbers}`,
}

export const mapWords: Readonly<Record<Language, typeof fr>> = { fr, en }
