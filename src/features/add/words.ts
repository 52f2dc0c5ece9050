import { plural } from '../../i18n/plural.ts'

const fr = {
  otherNames: (count: number) =>
    plural.fr(count, '# doublon sous un autre nom', '# doublons sous un autre nom'),
  otherName: (name: string, other: string) => `«\u202f${name}\u202f», aussi nommée «\u202f${other}\u202f»`,
  cutNames: (count: number, most: string) =>
    plural.fr(count, `# nom coupé à ${most} caractères`, `# noms coupés à ${most} caractères`),
  ignored: (count: number) => plural.fr(count, '# mot ignoré', '# mots ignorés'),
  present: (count: number) => plural.fr(count, '# déjà suivie', '# déjà suivies'),
  inDemo: (count: number) =>
    plural.fr(
      count,
      'Ceci est la démonstration\u00a0: connectez votre compte pour suivre cette location.',
      'Ceci est la démonstration\u00a0: connectez votre compte pour suivre ces # locations.',
    ),
  keptForLater: (count: number) =>
    plural.fr(count, 'Son identifiant est gardé d’ici là.', 'Leurs identifiants sont gardés d’ici là.'),
}

const en: typeof fr = {
  otherNames: count => plural.en(count, '# duplicate under another name', '# duplicates under another name'),
  otherName: (name, other) => `“${name}”, also named “${other}”`,
  cutNames: (count, most) =>
    plural.en(count, `# name cut at ${most} characters`, `# names cut at ${most} characters`),
  ignored: count => plural.en(count, '# word ignored', '# words ignored'),
  present: count => plural.en(count, '# already followed', '# already followed'),
  inDemo: count =>
    plural.en(
      count,
      'This is the demonstration: connect your account to follow this rental.',
      'This is the demonstration: connect your account to follow these # rentals.',
    ),
  keptForLater: count =>
    plural.en(count, 'Its token is kept until then.', 'Their tokens are kept until then.'),
}

export const addWords = { fr, en }
