const fr = {
  printed: (moment: string) => `Imprimé le ${moment}`,
}

const en: typeof fr = {
  printed: moment => `Printed on ${moment}`,
}

export const printWords = { fr, en }
