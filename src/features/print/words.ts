import type { Language } from '../../i18n/resolve-locale.ts'

const fr = {
  printed: (moment: string) => `Imprimé le ${moment}`,
}

const en: typeof fr = {
  printed: moment => `Printed on ${moment}`,
}

export const printWords = { fr, en } satisfies Record<Language, typeof fr>
