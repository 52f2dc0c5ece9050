import type { RentalState, TileName } from '../rentals/status.ts'
import { counted, plural } from './plural.ts'

const n = plural.fr

/**
 * What the board says in French. Numbers arrive formatted except where a plural depends on them.
 * French puts a narrow no-break space, `\u202f`, before `; ! ? %` and inside quotation marks,
 * and the wide one, `\u00a0`, before `:`.
 */
export const fr = {
  title: 'Suivi des locations',
  close: 'Fermer',
  cancel: 'Annuler',
  undo: 'Annuler',
  retry: 'Réessayer',
  notGiven: 'non indiqué',
  states: {
    requested: 'Demandée',
    generating: 'En création',
    ready: 'Prête',
    failed: 'Échouée',
    downloaded: 'Téléchargée',
    unknown: 'Statut inconnu',
    'not-found': 'Introuvable',
    error: 'Sans réponse',
    pending: 'En attente',
  } satisfies Record<RentalState, string>,
  tiles: {
    requested: 'Demandées',
    generating: 'En création',
    ready: 'Prêtes',
    failed: 'Échouées',
    downloaded: 'Téléchargées',
    other: 'Autres',
  } satisfies Record<TileName, string>,
  /** Behind their number. */
  tileChips: {
    requested: counted.fr('demandée', 'demandées'),
    generating: () => 'en création',
    ready: counted.fr('prête', 'prêtes'),
    failed: counted.fr('échouée', 'échouées'),
    downloaded: counted.fr('téléchargée', 'téléchargées'),
    other: counted.fr('autre', 'autres'),
  } satisfies Record<TileName, (count: number) => string>,
  tilesLabel: 'Nombre de locations par statut',
  groups: {
    collect: 'À télécharger',
    attention: 'À voir',
    underway: 'En cours',
    finished: 'Terminées',
  },
  totals: {
    ofAll: counted.fr('sur # location', 'sur # locations'),
    ofShown: counted.fr('sur # affichée', 'sur # affichées'),
    contacts: 'Contacts commandés',
    cost: 'Coût total',
    ready: 'À récupérer',
    shortfall: 'Contacts manquants',
    onlyShort: 'N’afficher que les locations où il manque des contacts',
  },
  live: {
    team: 'liste de l’équipe',
    open: 'Voir l’activité du suivi',
    opening: 'Ouverture',
    live: 'En direct',
    paused: 'En pause',
    slowed: 'Au ralenti',
    lost: 'Connexion perdue',
    'signed-out': 'Déconnecté',
    unusable: 'Sans réponse utilisable',
    blocked: 'À l’arrêt',
    idle: 'À jour',
    demo: 'Démonstration',
    tracked: (count: number) => (count === 0 ? 'aucune location suivie' : n(count, '# suivie', '# suivies')),
    active: (count: number) => (count === 0 ? 'aucune active' : n(count, '# active', '# actives')),
    failed: counted.fr('# à voir'),
    next: (duration: string) => `prochaine vérification dans ${duration}`,
    checking: 'vérification en cours',
    pausedDetail: 'aucune vérification avant la reprise',
    idleDetail: 'tout est terminé',
    slowedDetail: (duration: string) => `le serveur demande d’attendre ${duration}`,
    lostDetail: (duration: string) => `dernière réponse il y a ${duration}, nouvel essai toutes les 4 s`,
    lostNever: 'aucune réponse reçue, nouvel essai toutes les 4 s',
    blockedDetail: 'le compte refuse les vérifications',
    noKeyDetail: 'il manque la clé API',
    nextTry: (duration: string) => `nouvel essai dans ${duration}`,
    activeSlowed: (count: number, duration: string) =>
      n(
        count,
        `# location active, une vérification toutes les ${duration}`,
        `# locations actives, une vérification toutes les ${duration}`,
      ),
  },
  menu: 'Menu',
  skip: 'Aller aux locations',
  pause: 'Pause',
  enterWall: 'Écran mural',
  takeAway: 'Exporter',
  reloadPage: 'Recharger',
  settings: 'Réglages',
  add: {
    label: 'Identifiants de location',
    placeholder: 'Collez un ou plusieurs identifiants de location',
    placeholderBrief: 'Collez vos identifiants',
    submit: 'Suivre',
    open: 'Suivre d’autres locations',
    hint: 'Un identifiant de 40 caractères est reconnu dans tout texte\u202f; un autre, seul sur sa ligne ou entre virgules ou points-virgules.',
  },
  list: {
    label: 'Locations suivies',
    count: counted.fr('# location', '# locations'),
    filtered: (shown: number, all: number) =>
      `${n(shown, '#', '#')} sur ${n(all, '# location', '# locations')}`,
    group: (label: string, count: string) => `${label}, ${count}`,
    columns: {
      state: 'Statut',
      name: 'Location',
      targeting: 'Ciblage',
      places: 'Lieux, souhaité / disponible',
      cost: 'Coût',
      since: 'Attente',
      action: 'Action',
    },
    emptyTitle: 'Suivez vos locations en direct',
    emptyText:
      'Collez ci-dessus l’identifiant reçu avec votre commande\u00a0: son statut, son ciblage et son coût s’affichent ici et se mettent à jour tout seuls.',
    emptyDemo: 'Voir une démonstration',
    clearFilter: 'Tout afficher',
    showAll: counted.fr('Afficher # autre location terminée', 'Afficher les # autres locations terminées'),
    showFewer: 'Réduire',
    everyRow: 'Afficher toutes les lignes',
    fewerRows: 'Afficher moins de lignes',
    open: (name: string) => `Détail de ${name}`,
  },
  targeting: {
    sex: { women: 'Femmes', men: 'Hommes', mixed: 'Mixte' },
    ages: (min: string, max: string) => (min === max ? `${min} ans` : `${min} à ${max} ans`),
    agesFrom: (min: string) => `dès ${min} ans`,
    agesTo: (max: string) => `jusqu’à ${max} ans`,
    interest: (name: string) => `intérêt ${name}`,
    category: (code: string) => `catégorie ${code}`,
    knownCategories: { '102': 'CSP+', '103': 'CSP−' },
    knownInterests: { '14': 'Habitation', '35': 'Cuisine' },
    none: 'Ciblage non indiqué',
  },
  places: {
    zipcodes: counted.fr('# code postal', '# codes postaux'),
    departments: counted.fr('# département', '# départements'),
    places: counted.fr('# lieu', '# lieux'),
    department: (code: string) => `département ${code}`,
    none: 'Lieu non indiqué',
    volumes: (wanted: string, available: string) => `${wanted}\u00a0/ ${available}`,
    wanted: counted.fr('# souhaité', '# souhaités'),
    available: counted.fr('# disponible', '# disponibles'),
    missing: (count: string) => `il manque ${count}`,
    shortfall: counted.fr('il manque # contact', 'il manque # contacts'),
  },
  cost: {
    product: (quantity: string, unit: string) => `${quantity} × ${unit}`,
  },
  file: {
    numbers: counted.fr('# numéro', '# numéros'),
  },
  since: {
    since: (duration: string) => `depuis ${duration}`,
    before: (time: string) => `avant ${time}`,
    beforeDay: (moment: string) => `avant le ${moment}`,
    ago: (duration: string) => `il y a ${duration}`,
    now: 'à l’instant',
    yesterday: (time: string) => `hier, ${time}`,
    usually: (duration: string) => `d’ordinaire ${duration}`,
  },
  row: {
    checkToken: 'Vérifiez l’identifiant',
    giveName: 'Nommer',
    whatToDo: 'Que faire\u202f?',
    check: 'Vérifier',
    fetchElsewhere: 'Récupérer',
    waiting: 'Première vérification en attente',
    stale: (duration: string) => `données d’il y a ${duration}`,
    staleLong: (duration: string) =>
      `La dernière vérification a échoué\u00a0: ces données datent d’il y a ${duration}.`,
    statusAsSent: (text: string) => `«\u202f${text}\u202f»`,
  },
  flags: {
    'success-missing': 'La réponse ne dit pas si la demande a réussi.',
    'success-odd': 'La réponse dit à la fois succès et échec.',
    'ages-swapped': 'L’âge minimum dépasse l’âge maximum.',
    'cost-disagrees': 'Le total ne correspond pas à la quantité × le prix unitaire.',
    'number-interpreted':
      'Un nombre de la réponse pouvait se lire de deux façons\u00a0: les autres ont tranché.',
    'number-unread': 'Non indiqué, car ambigu ou illisible\u00a0:',
    'xml-positions':
      'La réponse XML n’a pas la forme attendue\u00a0: certains champs n’ont pas pu être nommés.',
  },
  errors: {
    network: 'Le serveur de suivi ne répond pas.',
    timeout: (seconds: string) => `Pas de réponse complète en ${seconds} s.`,
    http: (status: number) => `Le serveur a répondu par une erreur HTTP ${status}.`,
    httpSaid: (said: string, status: number) => `Le serveur répond\u00a0: ${said} (HTTP ${status})`,
    rate: 'Trop de demandes\u00a0: le serveur demande de ralentir.',
    api: (message: string, code: string) => `SMS Partner répond\u00a0: ${message} (${code})`,
    apiNoMessage: (code: string) => `SMS Partner répond par une erreur (${code}).`,
    codeless: 'sans code',
    code: (code: number) => `code ${code}`,
    decode: {
      empty: 'Réponse vide.',
      html: 'Réponse illisible\u00a0: une page web à la place des données.',
      redirect: 'Le serveur renvoie vers une autre page à la place des données.',
      truncated: 'Réponse illisible\u00a0: elle est coupée.',
      'not-json-or-xml': 'Réponse illisible\u00a0: ni JSON ni XML.',
      'not-an-object': 'Réponse illisible\u00a0: ce n’est pas une location.',
      'nothing-in-it': 'Réponse vide de toute information.',
      'too-large': 'Réponse illisible\u00a0: plus de 1 Mo ou de 20\u202f000 lieux.',
    },
    other: 'Erreur inattendue du suivi.',
  },
  views: { label: 'Vues', list: 'Liste', map: 'Carte', costs: 'Coûts' },
  tools: {
    search: 'Rechercher',
    sort: 'Trier',
    sortedBy: (order: string) => `Trier\u00a0: ${order}`,
    orders: {
      need: 'urgence',
      name: 'nom',
      targeting: 'ciblage',
      cost: 'coût',
      volume: 'volume',
      added: 'ajout',
      status: 'statut',
    },
    tagFilter: (tag: string) => `Étiquette ${tag}`,
    searched: (words: string) => `«\u202f${words}\u202f»`,
    moreTags: (tags: string) => `Autres étiquettes\u00a0: ${tags}`,
    selection: 'Sélection',
    select: (name: string) => `Sélectionner ${name}`,
    checking: counted.fr(
      '# location sera vérifiée',
      '# locations seront vérifiées, aussi vite que la limite le permet',
    ),
    pick: 'Sélectionner plusieurs',
  },
  sentence: {
    women: counted.fr('# femme', '# femmes'),
    men: counted.fr('# homme', '# hommes'),
    mixed: counted.fr('# femme ou homme', '# femmes et hommes'),
    contacts: counted.fr('# contact', '# contacts'),
    uncounted: { women: 'femmes', men: 'hommes', mixed: 'femmes et hommes', contacts: 'contacts' },
    otherSex: (people: string, sex: string) => `${people} (${sex})`,
    ages: (people: string, min: string, max: string) =>
      `${people} de ${min === max ? min : `${min} à ${max}`} ans`,
    agesFrom: (people: string, min: string) => `${people} dès ${min} ans`,
    agesTo: (people: string, max: string) => `${people} jusqu’à ${max} ans`,
    cost: (total: string) => `pour ${total}`,
    where: (places: string) => places,
    and: (first: string, second: string) => `${first} et ${second}`,
    department: (_name: string, inFrench: string) => inFrench,
    unknownDepartment: (code: string) => `dans le département ${code}`,
    commune: (name: string, others: number, postcode: string) => {
      const town = /^Les? /.test(name) ? name.replace('Les ', 'aux ').replace('Le ', 'au ') : `à ${name}`
      const towns = n(others, `${town} et # autre commune`, `${town} et # autres communes`)
      return `${others > 0 ? towns : town} (${postcode})`
    },
    postcode: (code: string) => `dans le code postal ${code}`,
    several: (places: string) => `dans ${places}`,
  },
  archive: {
    filter: 'Archivées',
    mark: 'Archivée',
  },
  reload: {
    newer: {
      title: 'Une nouvelle version est disponible',
      text: 'Rechargez la page pour en profiter.',
    },
    broken: {
      title: 'Une partie de la page n’a pas pu être chargée',
      text: 'Rechargez la page pour tout retrouver.',
    },
  },
}

/** Words of one language; a number becomes a word, never the other way round. */
type Words<T> = T extends string
  ? string
  : T extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { readonly [K in keyof T]: Words<T[K]> }

/** The catalogue of a language; French is the source that every other must fill. */
export type Messages = Words<typeof fr>
