import type { DemoOrder, DemoPlace, DemoRental, StatusStage, TimelineStep } from './demo-rental.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

const at = (seconds: number, status: StatusStage): TimelineStep => ({ afterMs: seconds * 1_000, status })
const cp = (location: string, wanted: number, available: number): DemoPlace => {
  return { type: 'cp', location, wanted, available }
}
const department = (location: string, wanted: number, available: number): DemoPlace => {
  return { type: 'total', location, wanted, available }
}
const rental = (
  token: string,
  name: string,
  addedAgoMs: number,
  { tags, ...order }: DemoOrder & { tags: readonly string[] },
): DemoRental => ({ token, name, tags, addedAgoMs, order })

/** Between them something changes every 12 to 25 seconds. */
export const demoRentals: readonly DemoRental[] = [
  rental('b22b841a21624f4f452ba7fa8c822c0ed7cecfdb', 'Ouverture Compiègne', 9 * MINUTE_MS, {
    tags: ['Printemps', 'Hauts-de-France'],
    plan: [at(0, 2), at(495, 5)],
    wording: 'code',
    target: { sexe: 'femme', minAge: 31, maxAge: 49, interest: '12', category: 103 },
    places: [cp('60200', 10, 266)],
  }),
  rental('7fd1c20bc0e94b6687690d88cfac6b3efe91ab4e', 'Soldes d’été Lille', 48 * MINUTE_MS, {
    tags: ['Soldes', 'Hauts-de-France'],
    plan: [at(0, 2), at(111, 5)],
    wording: 'french',
    target: { sexe: 'mixte', minAge: 25, maxAge: 35, interest: '14', category: 102 },
    places: [cp('59000', 700, 2310), cp('59800', 500, 1780), cp('59160', 300, 722)],
  }),
  rental('e0a95f77d823f8f5226c7b3b4feba52a7002c3d8', 'Relance Nantes', 70 * MINUTE_MS, {
    tags: ['Relance', 'Pays de la Loire'],
    plan: [at(0, 3)],
    wording: 'french',
    target: { sexe: 'homme', minAge: 50, maxAge: 70, interest: '12' },
    places: [department('44', 2_000, 1_204)],
  }),
  { token: '1a2b3c4d5e6f', tags: [], addedAgoMs: 3 * MINUTE_MS },
  rental('44c0de10dd704ffccd49856663af146c19be77a1', 'Rentrée Bordeaux', 7 * MINUTE_MS, {
    tags: ['Rentrée', 'Nouvelle-Aquitaine'],
    plan: [at(0, 1), at(129, 2), at(221, 5)],
    wording: 'english',
    target: { sexe: 'mixte', minAge: 18, maxAge: 30, interest: '14' },
    places: [department('33', 5_000, 38_114)],
  }),
  rental('90aa31f2b1e2ceecc5d6c122867812e76c6d41e0', 'Journée portes ouvertes', MINUTE_MS, {
    tags: ['Printemps', 'Hauts-de-France'],
    plan: [at(0, 0), at(51, 1), at(299, 2), at(455, 5)],
    wording: 'code',
    target: { sexe: 'femme', minAge: 35, maxAge: 60, interest: '12', category: 102 },
    places: [cp('80000', 500, 2_120), cp('80090', 300, 840)],
  }),
  rental('5c1b09eef302613f726216976b66da62f9f00d42', 'Fête des mères Oise', DAY_MS + 2 * HOUR_MS, {
    tags: ['Fête des mères', 'Hauts-de-France'],
    plan: [at(0, 5)],
    wording: 'english',
    target: { sexe: 'femme', minAge: 31, maxAge: 49, interest: '12', category: 103 },
    places: [department('60', 1_200, 9_455)],
  }),
  rental('9d4d44077beeb4d88ea9baafc10134785d7d3443', 'Printemps du Soissonnais', 2 * DAY_MS, {
    tags: ['Printemps', 'Hauts-de-France'],
    plan: [at(0, 5)],
    wording: 'digits',
    target: { sexe: 'mixte', minAge: 30, maxAge: 65, interest: '14', subInterest: '35' },
    places: [
      cp('02200', 220, 1_934),
      cp('02290', 40, 312),
      cp('02600', 120, 880),
      cp('02400', 150, 1_421),
      cp('02880', 30, 264),
      cp('02370', 20, 97),
      cp('02220', 40, 205),
      cp('02210', 20, 88),
      cp('02300', 110, 1_016),
      cp('02380', 20, 143),
      cp('02320', 20, 121),
      cp('02190', 30, 236),
      cp('02130', 20, 154),
      cp('02460', 20, 131),
    ],
    summed: true,
  }),
  rental('85cb92e0d6fced6ffef5e67a3d9bc0a528c9d37b', 'Été en Corse', 14 * MINUTE_MS, {
    tags: ['Été', 'Corse'],
    plan: [at(0, 1), at(170, 2), at(385, 5)],
    wording: 'french',
    target: { sexe: 'mixte', minAge: 25, maxAge: 65, interest: '14' },
    places: [department('2A', 600, 4_120), department('2B', 600, 5_032)],
    unitPrice: 110,
  }),
  rental('ebfebe2717b48b4f3aa21bc6984d9235fd308da7', 'Noël à Saint-Denis', 2 * MINUTE_MS, {
    tags: ['Noël', 'Outre-mer'],
    plan: [at(0, 0), at(93, 1), at(205, 2), at(311, 5)],
    wording: 'code',
    target: { sexe: 'femme', minAge: 25, maxAge: 55, interest: '12' },
    places: [cp('97400', 900, 6_204), cp('97490', 300, 1_877)],
    unitPrice: 120,
  }),
  rental('a328b0e2c9de7921b0080f697ec7279767b02d61', 'Carnaval Guadeloupe', 35 * MINUTE_MS, {
    tags: ['Carnaval', 'Outre-mer'],
    plan: [at(0, 2), at(260, 5)],
    wording: 'english',
    target: { sexe: 'mixte', minAge: 18, maxAge: 45, interest: '12' },
    places: [department('971', 1_500, 11_860)],
    unitPrice: 120,
  }),
  rental('a331faac9c7126a8557b48530943e1eaa14cbe78', 'Vente privée Lyon', 4 * MINUTE_MS, {
    tags: ['Vente privée', 'Auvergne-Rhône-Alpes'],
    plan: [at(0, 0), at(186, 1), at(236, 2), at(329, 5)],
    wording: 'french',
    target: { sexe: 'femme', minAge: 25, maxAge: 45, interest: '14', subInterest: '35', category: 102 },
    places: [
      cp('69001', 400, 1_310),
      cp('69002', 400, 1_542),
      cp('69003', 800, 4_027),
      cp('69006', 600, 2_218),
    ],
  }),
  rental('1171355da1c0c226353de750df9358096f421eab', 'Cuisines Rennes', 11 * MINUTE_MS, {
    tags: ['Habitat', 'Bretagne'],
    plan: [at(0, 1), at(344, 2), at(441, 5)],
    wording: 'code',
    target: { sexe: 'mixte', minAge: 30, maxAge: 55, interest: '14', subInterest: '35' },
    places: [cp('35000', 450, 3_118), cp('35200', 250, 1_604), cp('35700', 200, 1_377)],
  }),
  rental(
    '5eb6b463c7cd428478a8f62e4f8e581f9b3eac9d',
    'Journée portes ouvertes des lycées professionnels et centres d’apprentis de Nouvelle-Aquitaine, 2e vague',
    5 * MINUTE_MS,
    {
      tags: ['Orientation', 'Nouvelle-Aquitaine'],
      plan: [at(0, 0), at(16, 1), at(155, 2), at(360, 5)],
      wording: 'digits',
      target: { sexe: 'mixte', minAge: 18, maxAge: 25, interest: '12' },
      places: [
        department('24', 400, 3_260),
        department('33', 1_600, 14_905),
        department('40', 400, 3_588),
        department('47', 300, 2_914),
        department('64', 700, 6_431),
      ],
    },
  ),
  rental('847435a77caa13cb89abd1b063f6aef502aa28bb', 'Inauguration Strasbourg', 3 * DAY_MS, {
    tags: ['Ouverture', 'Grand Est'],
    plan: [at(0, 5)],
    wording: 'french',
    target: { sexe: 'mixte', minAge: 25, maxAge: 60, interest: '12' },
    places: [cp('67000', 1_100, 7_640), cp('67100', 400, 2_981)],
  }),
  rental('20a4c4170a7d0f28eebfe3a99e5e8d6505e7aece', 'Déstockage Marseille', 6 * MINUTE_MS, {
    tags: ['Soldes', 'Provence'],
    plan: [at(0, 0), at(414, 1), at(475, 3)],
    wording: 'code',
    target: { sexe: 'homme', minAge: 40, maxAge: 60, interest: '14' },
    places: [cp('13001', 700, 1_422), cp('13002', 500, 988), cp('13003', 600, 1_315)],
    unitPrice: 85,
  }),
  rental('cf1eb38c5d9d25bc5ac85a4d246c2342ed9a7c69', 'Black Friday Toulouse', 55 * MINUTE_MS, {
    tags: ['Black Friday', 'Occitanie'],
    plan: [at(0, 2)],
    wording: 'digits',
    target: { sexe: 'mixte', minAge: 18, maxAge: 65, interest: '14' },
    places: [department('31', 10_000, 52_870)],
    unitPrice: 80,
  }),
  rental('b7abc619899d5f81b161c4910cc19e3059d94d84', 'Salon de l’habitat Tours', 2 * MINUTE_MS, {
    tags: ['Habitat', 'Centre-Val de Loire'],
    plan: [at(0, 0), at(285, 1), at(426, 2), at(513, 5)],
    wording: 'english',
    target: { sexe: 'mixte', minAge: 35, maxAge: 70, interest: '14', category: 102 },
    places: [cp('37000', 600, 2_745), cp('37100', 350, 1_690), cp('37200', 250, 1_408)],
  }),
  rental('a73d20727cf08566e23f283cd1e722a68a4fc805', 'Anniversaire magasin Dijon', 20 * HOUR_MS, {
    tags: ['Fidélité', 'Bourgogne'],
    plan: [at(0, 5)],
    wording: 'code',
    target: { sexe: 'femme', minAge: 40, maxAge: 65, interest: '12', category: 103 },
    places: [cp('21000', 650, 5_322)],
  }),
  rental('0c8b42e264b6087690d88cfac6b3efe9e723dcdb', 'Collecte de sang Brest', 26 * MINUTE_MS, {
    tags: ['Bretagne'],
    plan: [at(0, 'En attente de validation')],
    wording: 'french',
    target: { sexe: 'mixte', minAge: 18, maxAge: 70, interest: '12' },
    places: [cp('29200', 2_400, 8_166)],
  }),
  rental('335ad77c82123f8f5226c7b3b4feba52a700a6f1', 'Abonnements théâtre Avignon', 18 * MINUTE_MS, {
    tags: ['Culture', 'Provence'],
    plan: [at(0, 1), at(75, 3)],
    wording: 'english',
    target: { sexe: 'femme', minAge: 45, maxAge: 75, interest: '12', category: 102 },
    places: [cp('84000', 1_200, 811), cp('84140', 300, 129)],
  }),
  rental('786e799edd704ffccd49856663af146c198c822d', 'Foire aux vins Reims', 4 * DAY_MS, {
    tags: ['Grand Est'],
    plan: [at(0, 5)],
    wording: 'english',
    target: { sexe: 'homme', minAge: 35, maxAge: 65, interest: '12', category: 102 },
    places: [cp('51100', 1_800, 1_352)],
    unitPrice: 95,
  }),
  rental('5c965bffd622b5e1ce2feecc5d6c122867812e76', 'Prospection Paris 15e', 3 * MINUTE_MS, {
    tags: ['Île-de-France'],
    plan: [at(0, 0), at(30, 1), at(143, 2), at(402, 5)],
    wording: 'digits',
    target: { sexe: 'mixte', minAge: 30, maxAge: 50, interest: '14', category: 101 },
    places: [cp('75015', 3_000, 17_420)],
  }),
  rental('cf3adcb78508ffef302613f726216976b66da62f', 'Fin de bail Grenoble', 5 * HOUR_MS, {
    tags: ['Relance', 'Auvergne-Rhône-Alpes'],
    plan: [at(0, 3)],
    wording: 'code',
    target: { sexe: 'homme', minAge: 25, maxAge: 40, interest: '14' },
    places: [cp('38000', 300, 1_906), cp('38100', 300, 1_644)],
  }),
]
