import type { KnownStatus, RentalState } from '../rentals/status.ts'
import { plural } from './plural.ts'

const n = plural.fr

/**
 * What the board says in French. Numbers arrive formatted except where a plural depends on them.
 * French puts a narrow no-break space, `\u202f`, before `; ! ? %` and inside quotation marks,
 * and the wide one, `\u00a0`, before `:`.
 */
export const fr = {
  title: 'Suivi des locations',
  save: 'Enregistrer',
  close: 'Fermer',
  cancel: 'Annuler',
  undo: 'Annuler',
  dismiss: 'Masquer',
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
  } satisfies Record<KnownStatus | 'other', string>,
  tilesLabel: 'Nombre de locations par statut',
  tile: (count: string, label: string) => `${count} ${label}`,
  groups: {
    collect: 'À télécharger',
    attention: 'À voir',
    underway: 'En cours',
    finished: 'Terminées',
  },
  totals: {
    contacts: 'Contacts commandés',
    cost: 'Coût total',
    ready: 'À récupérer',
    shortfall: 'Contacts manquants',
    onlyShort: 'N’afficher que les locations où il manque des contacts',
  },
  live: {
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
    tracked: (count: number) => n(count, '# suivie', '# suivies'),
    active: (count: number) => n(count, '# active', '# actives'),
    next: (duration: string) => `prochaine vérification dans ${duration}`,
    nextBrief: (duration: string) => `prochaine dans ${duration}`,
    checking: 'vérification en cours',
    pausedDetail: 'aucune vérification avant la reprise',
    idleDetail: 'plus rien à vérifier',
    slowedDetail: (duration: string) => `le serveur demande d’attendre ${duration}`,
    lostDetail: (duration: string) => `dernière réponse il y a ${duration}, nouvel essai toutes les 4 s`,
    lostNever: 'aucune réponse reçue, nouvel essai toutes les 4 s',
    blockedDetail: 'le compte refuse les vérifications',
    noKeyDetail: 'il manque la clé API',
    nextTry: (duration: string) => `nouvel essai dans ${duration}`,
    signIn: 'Vous êtes déconnecté du serveur de suivi\u00a0: rechargez la page pour vous reconnecter.',
    activeSlowed: (count: number, duration: string) =>
      n(
        count,
        `# location active, une vérification toutes les ${duration}`,
        `# locations actives, une vérification toutes les ${duration}`,
      ),
  },
  pause: 'Pause',
  resume: 'Reprendre',
  enterWall: 'Écran mural',
  takeAway: 'Exporter',
  reloadPage: 'Recharger',
  settings: 'Réglages',
  add: {
    label: 'Identifiants de location',
    placeholder: 'Collez un ou plusieurs identifiants de location',
    placeholderBrief: 'Collez vos identifiants',
    submit: 'Suivre',
    hint: 'Un identifiant par ligne, ou séparés par des espaces, des virgules ou des points-virgules.',
    added: (count: number) => n(count, '# location ajoutée', '# locations ajoutées'),
    present: (count: number) => n(count, '# déjà suivie', '# déjà suivies'),
    refused: (count: number) => n(count, '# refusée', '# refusées'),
    unusual: (count: number) =>
      count === 40
        ? 'un identifiant n’a d’ordinaire que des chiffres et des lettres de a à f'
        : `${n(count, '# caractère', '# caractères')}\u00a0: un identifiant en a d’ordinaire 40`,
    searchInstead: (query: string) => `Rechercher «\u202f${query}\u202f»\u202f?`,
    nothing: 'Collez d’abord au moins un identifiant.',
    why: {
      'too-long': 'plus de 128 caractères',
      unprintable: 'caractères illisibles',
      unreadable: 'entrée illisible',
    },
    refusal: (text: string, why: string) => `«\u202f${text}\u202f»\u00a0: ${why}`,
  },
  list: {
    label: 'Locations suivies',
    count: (count: number) => n(count, '# location', '# locations'),
    filtered: (shown: number, all: number) => `${shown} sur ${n(all, '# location', '# locations')}`,
    group: (label: string, count: string) => `${label}, ${count}`,
    columns: {
      state: 'Statut',
      name: 'Location',
      targeting: 'Ciblage',
      places: 'Localisation',
      cost: 'Coût',
      since: 'Depuis',
    },
    emptyTitle: 'Suivez vos locations en direct',
    emptyText:
      'Collez ci-dessus l’identifiant reçu avec votre commande\u00a0: son statut, son ciblage et son coût s’affichent ici et se mettent à jour tout seuls.',
    emptyDemo: 'Voir une démonstration',
    clearFilter: 'Tout afficher',
    showAll: (count: number) =>
      n(count, 'Afficher # autre location terminée', 'Afficher les # autres locations terminées'),
    showFewer: 'Réduire',
    everyRow: 'Afficher toutes les lignes',
    fewerRows: 'Alléger la liste',
    open: (name: string) => `Détail de ${name}`,
  },
  targeting: {
    sex: { women: 'Femmes', men: 'Hommes', mixed: 'Mixte' },
    ages: (min: string, max: string) => `${min} à ${max} ans`,
    agesFrom: (min: string) => `dès ${min} ans`,
    agesTo: (max: string) => `jusqu’à ${max} ans`,
    interest: (name: string) => `intérêt ${name}`,
    category: (code: string) => `catégorie ${code}`,
    knownCategories: { '102': 'CSP+', '103': 'CSP−' },
    knownInterests: { '14': 'Habitation', '35': 'Cuisine' },
    nameInterest: (code: string) => `Nommer l’intérêt ${code}`,
    none: 'Ciblage non indiqué',
  },
  places: {
    zipcodes: (count: number) => n(count, '# code postal', '# codes postaux'),
    departments: (count: number) => n(count, '# département', '# départements'),
    places: (count: number) => n(count, '# lieu', '# lieux'),
    department: (code: string) => `département ${code}`,
    none: 'Lieu non indiqué',
    volumes: (wanted: string, available: string) => `${wanted}\u00a0/\u00a0${available}`,
    volumesSpoken: (wanted: string, available: string) => `${wanted} souhaités, ${available} disponibles`,
    shortfall: (count: number) => n(count, 'il manque # contact', 'il manque # contacts'),
    total: 'Total',
  },
  cost: {
    product: (quantity: string, unit: string) => `${quantity} × ${unit}`,
  },
  file: {
    numbers: (count: number) => n(count, '# numéro', '# numéros'),
    phoneNumbers: (count: number) => n(count, '# numéro de téléphone', '# numéros de téléphone'),
    differs: (count: number) => n(count, '# contact payé', '# contacts payés'),
    none: 'Pas encore de fichier',
  },
  since: {
    since: (duration: string) => `depuis ${duration}`,
    before: (time: string) => `avant ${time}`,
    beforeDay: (moment: string) => `avant le ${moment}`,
    ago: (duration: string) => `il y a ${duration}`,
    now: 'à l’instant',
    yesterday: (time: string) => `hier, ${time}`,
  },
  row: {
    checkToken: 'Vérifiez l’identifiant',
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
      'too-large': 'Réponse illisible\u00a0: plus de 1 Mo.',
    },
    other: 'Erreur inattendue du suivi.',
    staleReply: 'SMS Partner est injoignable\u00a0: voici sa dernière réponse.',
  },
  views: { label: 'Vues', list: 'Liste', map: 'Carte', costs: 'Coûts' },
  tools: {
    search: 'Rechercher',
    nothingFound: 'Aucune location ne correspond.',
    sort: 'Trier',
    sortedBy: (order: string) => `Trier\u00a0: ${order}`,
    orders: {
      need: 'urgence',
      name: 'nom',
      cost: 'coût',
      volume: 'volume',
      added: 'ajout',
      status: 'statut',
    },
    tags: 'Étiquettes',
    tagField: 'Ajouter une étiquette',
    tagHint: 'Entrée ou virgule pour ajouter.',
    tagFilter: (tag: string) => `Étiquette ${tag}`,
    untag: (tag: string) => `Retirer l’étiquette ${tag}`,
    unfilter: (tag: string) => `Ne plus filtrer par ${tag}`,
    moreTags: (tags: string) => `Autres étiquettes\u00a0: ${tags}`,
    selection: 'Sélection',
    select: (name: string) => `Sélectionner ${name}`,
    selected: (count: number) => n(count, '# sélectionnée', '# sélectionnées'),
    release: 'Effacer la sélection',
    tagThem: 'Étiqueter',
    tagged: (count: number, tags: string) =>
      `${n(count, '# location étiquetée', '# locations étiquetées')}\u00a0: ${tags}`,
    checkThem: 'Vérifier maintenant',
    checking: (count: number) =>
      n(
        count,
        '# location sera vérifiée',
        '# locations seront vérifiées, aussi vite que la limite le permet',
      ),
    removeThem: 'Ne plus suivre',
    pick: 'Sélectionner plusieurs',
  },
  crash: {
    title: 'Le tableau a rencontré une erreur',
    text: 'Rechargez la page pour reprendre le suivi. Si l’erreur revient, recommencez sans les réponses gardées\u00a0: la liste de vos locations, leurs noms et leurs étiquettes restent, et les réponses sont redemandées. Vous pouvez aussi copier tout ce qui est enregistré, sauf votre clé.',
    reload: 'Recharger',
    restart: 'Recommencer sans les réponses gardées',
    copy: 'Copier tout',
    copied: 'Copié. Collez-le dans un fichier JSON\u00a0: les réglages du tableau le restaurent.',
    copyByHand:
      'Le navigateur refuse de copier\u00a0: copiez ce texte vous-même dans un fichier JSON, que les réglages du tableau restaurent.',
  },
  sentence: {
    women: (count: number) => n(count, '# femme', '# femmes'),
    men: (count: number) => n(count, '# homme', '# hommes'),
    mixed: (count: number) => n(count, '# femme ou homme', '# femmes et hommes'),
    contacts: (count: number) => n(count, '# contact', '# contacts'),
    uncounted: { women: 'femmes', men: 'hommes', mixed: 'femmes et hommes', contacts: 'contacts' },
    otherSex: (people: string, sex: string) => `${people} (${sex})`,
    ages: (people: string, min: string, max: string) => `${people} de ${min} à ${max} ans`,
    agesFrom: (people: string, min: string) => `${people} dès ${min} ans`,
    agesTo: (people: string, max: string) => `${people} jusqu’à ${max} ans`,
    age: (people: string, age: string) => `${people} de ${age} ans`,
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
  toast: {
    label: 'Messages',
    added: (count: number) => n(count, 'Location ajoutée au suivi', '# locations ajoutées au suivi'),
    removed: (count: number) => n(count, 'Location retirée du suivi', '# locations retirées du suivi'),
  },
  account: {
    keyRequired: {
      title: 'Aucune clé API n’est configurée',
      text: 'Les vérifications sont arrêtées. Indiquez votre clé SMS Partner, ou demandez à l’administrateur de la configurer sur le serveur.',
    },
    keyWrong: {
      title: 'La clé API est refusée par SMS Partner',
      text: 'Les vérifications sont arrêtées. Vérifiez la clé dans votre espace SMS Partner, puis indiquez-la ici, ou à l’administrateur si c’est celle du serveur.',
    },
    deactivated: {
      title: 'Le compte SMS Partner est désactivé',
      text: 'Les vérifications sont arrêtées. Faites réactiver le compte par SMS Partner, ou indiquez la clé d’un autre.',
    },
    blocked: {
      title: 'Le compte SMS Partner est bloqué',
      text: 'Les vérifications sont arrêtées. Demandez à SMS Partner de le débloquer, ou indiquez la clé d’un autre.',
    },
    refused: {
      title: 'SMS Partner refuse à ce compte l’accès à son API',
      text: 'Les vérifications sont arrêtées. Demandez cet accès à SMS Partner, ou indiquez la clé d’un autre compte.',
    },
    address: {
      title: 'L’adresse IP du serveur n’est pas autorisée',
      text: 'Les vérifications sont arrêtées. Autorisez l’adresse du serveur dans votre espace SMS Partner, puis réessayez.',
    },
    provider: (message: string, code: string) =>
      `SMS Partner répond\u00a0: «\u202f${message}\u202f» (${code}).`,
    enterKey: 'Indiquer une clé',
    tried: 'Le suivi réessaie de lui-même de temps en temps, et reprend dès que le compte est accepté.',
  },
  demo: {
    title: 'Démonstration',
    text: 'Ces locations sont simulées\u00a0: rien n’est réel, rien n’est enregistré.',
    noKey: 'Aucune clé sur le serveur',
    noKeyText: 'Ces locations sont simulées, rien n’est enregistré\u00a0: il manque SMSPARTNER_API_KEY.',
    connect: 'Connecter mon compte',
    leave: 'Quitter la démonstration',
    brief: 'Rien n’est réel, rien n’est enregistré.',
    connectBrief: 'Connecter',
    leaveBrief: 'Quitter',
  },
  detail: {
    token: 'Identifiant',
    department: 'Département',
    wanted: 'Souhaités',
    available: 'Disponibles',
    contacts: (count: number) => n(count, '# contact', '# contacts'),
    nextIn: (duration: string) => `dans ${duration}`,
    nextNow: 'dans un instant',
    never: 'jamais',
    copyFailed:
      'Le navigateur ne copie pas ici\u00a0: le texte est sélectionné, copiez-le vous-même (Ctrl ou Cmd + C).',
    soFar: (duration: string) => `${duration} jusqu’ici`,
    atLeast: (duration: string) => `au moins ${duration}`,
    unknownDuration: 'inconnue',
  },
  map: {
    department: (name: string, numbers: string) => `${name}\u00a0: ${numbers}`,
    wanted: (count: string) => `${count} souhaités`,
    available: (count: string) => `${count} disponibles`,
  },
  costs: {
    rentals: 'Locations',
  },
  exchange: {
    preview: 'Aperçu avant le suivi',
    toTrack: (count: number) => n(count, '# à suivre', '# à suivre'),
    ignored: (count: number) => n(count, '# mot ignoré', '# mots ignorés'),
    secretLeftOut: 'clé API ou mot de passe reconnu et laissé de côté',
    tooMuch:
      'Ce texte est trop long\u00a0: 10\u202f000 identifiants et 2\u00a0millions de caractères au plus. Collez-en une partie.',
    unrecognised: 'Aucun identifiant de location reconnu dans ce texte.',
    lists: { added: 'À suivre', present: 'Déjà suivies', refused: 'Refusées' },
    more: (count: number) => n(count, 'et # autre', 'et # autres'),
    becomes: 'devient',
    gained: (tags: string) => `+ ${tags}`,
    takeChanges: (count: number) =>
      n(
        count,
        'Reprendre aussi le nom et les étiquettes de # location déjà suivie',
        'Reprendre aussi les noms et les étiquettes de # locations déjà suivies',
      ),
    follow: (count: number) => n(count, 'Suivre # location', 'Suivre # locations'),
    update: (count: number) => n(count, 'Mettre à jour # location', 'Mettre à jour # locations'),
    updated: (count: number) => n(count, '# location mise à jour', '# locations mises à jour'),
    csvButton: 'Télécharger le CSV',
    backup: 'Sauvegarde',
    backupText: 'Toute la liste avec noms et étiquettes, et vos réglages, dans un fichier.',
    backupButton: 'Télécharger la sauvegarde',
    backupDemo:
      'La démonstration ne se sauvegarde pas et ne se partage pas\u00a0: quittez-la pour retrouver votre liste.',
    sharedTitle: 'Locations partagées avec vous',
    sharedBroken:
      'Ce lien est incomplet, ou ce navigateur ne sait pas le lire\u00a0: demandez-en un nouveau.',
    sharedTooMuch:
      'Ce lien contient plus que le suivi n’accepte\u00a0: 10\u202f000 locations et 50 étiquettes par location au plus. Demandez plusieurs liens.',
    sharedEmpty: 'Ce lien ne contient aucune location.',
    sharedLeave: 'Continuer sans',
    interests: (count: number) => n(count, '# nom d’intérêt', '# noms d’intérêts'),
    takeInterests: (count: number) => n(count, 'Reprendre # nom d’intérêt', 'Reprendre # noms d’intérêts'),
    interestsTaken: (count: number) => n(count, '# nom d’intérêt repris', '# noms d’intérêts repris'),
    printed: (moment: string) => `Imprimé le ${moment}`,
  },
  announce: (name: string, state: string) => `${name}\u00a0: ${state}`,
  notice: {
    many: {
      requested: (count: number) => n(count, '# location est demandée', '# locations sont demandées'),
      generating: (count: number) => n(count, '# location est en création', '# locations sont en création'),
      ready: (count: number) => n(count, '# location est prête', '# locations sont prêtes'),
      failed: (count: number) => n(count, '# location a échoué', '# locations ont échoué'),
      downloaded: (count: number) => n(count, '# location est téléchargée', '# locations sont téléchargées'),
      unknown: (count: number) =>
        n(count, '# location a un statut inconnu', '# locations ont un statut inconnu'),
      'not-found': (count: number) => n(count, '# location est introuvable', '# locations sont introuvables'),
      error: (count: number) => n(count, '# location est sans réponse', '# locations sont sans réponse'),
      pending: (count: number) => n(count, '# location est en attente', '# locations sont en attente'),
    } satisfies Record<RentalState, (count: number) => string>,
    see: 'Voir',
    seeOne: (name: string) => `Voir ${name}`,
    closeOne: (text: string) => `Fermer\u00a0: ${text}`,
    restored: 'Connexion rétablie',
    settings: 'Alertes',
    desktop: 'Notifications du bureau',
    desktopHint:
      'Quand une location devient prête, échoue ou devient introuvable, même si l’onglet est caché.',
    desktopOn: 'Les notifications sont activées',
    desktopOff: {
      insecure:
        'Le navigateur n’offre pas de notifications ici\u00a0: il les réserve aux adresses en https et à localhost.',
      absent: 'Ce navigateur n’offre pas de notifications.',
      refused:
        'Le navigateur bloque les notifications de ce site\u00a0: autorisez-les dans les réglages du site, puis réessayez.',
    },
    sound: 'Son discret',
    soundHint: 'Deux notes montantes quand une location est prête, descendantes quand elle échoue.',
    soundTry: 'Essayer',
    soundRefused: 'Le navigateur n’a pas joué le son\u00a0: autorisez le son de ce site, puis réessayez.',
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
  download: {
    busyTitle: 'Un autre onglet télécharge ce fichier',
    busy: 'SMS Partner ne le donne qu’une fois\u00a0: retrouvez-le dans l’autre onglet.',
    cancelled: 'Le téléchargement est arrêté\u00a0: rien n’a été enregistré',
    incomplete: 'Le fichier est incomplet\u00a0: rien n’a été enregistré',
    breaks: {
      broken: 'La connexion s’est rompue avant la fin.',
      short: 'Il manque une partie de ce que SMS Partner avait annoncé.',
      stalled: 'Plus rien n’arrivait depuis 45 secondes.',
    },
    truncated: 'La réponse de SMS Partner est coupée.',
    none: 'Le fichier n’a pas pu être téléchargé',
    html: 'SMS Partner a répondu par une page web à la place du fichier.',
    empty: 'SMS Partner a envoyé un fichier vide.',
    codes: {
      32: 'SMS Partner ne trouve pas cette location (code 32). Vérifiez son identifiant.',
      33: 'SMS Partner ne trouve pas de fichier pour cette location (code 33). Réessayez dans quelques minutes\u202f; s’il manque toujours, contactez SMS Partner avec l’identifiant de la location.',
      34: 'Ce fichier a déjà été téléchargé (code 34)\u00a0: SMS Partner ne le redonne pas. Cherchez-le là où il a été enregistré, ou demandez-le à SMS Partner avec l’identifiant de la location.',
      35: 'Ce fichier est en cours de téléchargement ailleurs (code 35). Attendez qu’il y soit arrivé avant de le redemander.',
      36: 'La location a échoué chez SMS Partner (code 36)\u00a0: elle n’a pas de fichier. Contactez SMS Partner avec son identifiant.',
    },
    account:
      'Le compte SMS Partner refuse la demande\u00a0: corrigez-le comme le tableau l’indique, puis recommencez.',
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
