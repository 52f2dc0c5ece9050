import { counted } from '../../i18n/plural.ts'
import type { Language } from '../../i18n/resolve-locale.ts'

const fr = {
  action: 'Télécharger le fichier',
  quoted: (name: string) => `«\u202f${name}\u202f»`,
  once: 'SMS Partner ne donne ce fichier qu’une fois\u00a0: dès que vous le demandez, la location passe au statut «\u202fTéléchargée\u202f».',
  personal:
    'Ses numéros sont des données personnelles. Enregistrez-le là où seules les personnes autorisées y ont accès\u202f; ce tableau n’en garde rien.',
  announced: counted.fr('# numéro annoncé', '# numéros annoncés'),
  simulated: 'Démonstration\u00a0: le fichier est simulé, avec des numéros réservés à la fiction.',
  simulatedName: (name: string) => `${name} (simulation)`,
  all: counted.fr('Télécharger la prête', 'Télécharger les # prêtes'),
  andNext: 'et passer à la suivante',
  actionAndNext: 'Télécharger le fichier et passer à la suivante',
  next: 'Passer à la suivante',
  start: 'Télécharger',
  startAnyway: 'Télécharger quand même',
  earlier: {
    running: (moment: string) =>
      `Un téléchargement de ce fichier, demandé le ${moment}, a été interrompu, ou se poursuit dans un autre onglet. SMS Partner le compte peut-être déjà comme téléchargé et le refuserait alors (code 34).`,
    unsure: (moment: string) =>
      `Ce fichier a déjà été demandé le ${moment} et n’est pas arrivé entier. SMS Partner le compte peut-être déjà comme téléchargé et le refuserait alors (code 34).`,
    done: (moment: string) =>
      `Ce fichier a été téléchargé dans ce navigateur le ${moment}. SMS Partner le refuserait sans doute (code 34).`,
  },
  fetchedBy: (person: string | undefined, moment: string) =>
    `${person ?? 'Quelqu’un de l’équipe'} a déjà récupéré ce fichier le ${moment}. SMS Partner le refuserait sans doute (code 34).`,
  progress: 'Avancement du téléchargement',
  waiting: 'SMS Partner prépare l’envoi…',
  received: (received: string) => `${received} reçus`,
  receivedOf: (received: string, total: string) => `${received} sur ${total}`,
  cancel: 'Arrêter le téléchargement',
  cancelHint:
    'Gardez cette page ouverte. Arrêter ne rend pas le fichier\u00a0: SMS Partner peut déjà le compter comme téléchargé.',
  whole: 'Le fichier est arrivé entier',
  saved: (name: string) => `Enregistré sous «\u202f${name}\u202f»`,
  choose: 'Choisissez sous quelle forme l’enregistrer, ou les deux\u00a0: il ne sera pas redonné.',
  save: { csv: 'Enregistrer en CSV', 'as-it-came': 'Enregistrer tel que reçu' },
  saveAgain: 'Enregistrer encore',
  giveUp: 'Fermer sans enregistrer',
  size: 'Taille',
  inFile: 'Numéros dans le fichier',
  uncounted: 'ne se comptent pas dans ce type de fichier',
  inStatus: 'Annoncés par SMS Partner',
  paid: 'Contacts payés',
  agree: 'Le compte y est.',
  differs:
    'Ces nombres diffèrent. Gardez le fichier tel que reçu et demandez des explications à SMS Partner avec l’identifiant de la location.',
  maybeTaken:
    'SMS Partner compte peut-être le fichier comme téléchargé\u202f; le statut de la location est vérifié à nouveau. Gardez cette location. Si elle devient «\u202fTéléchargée\u202f», demandez le fichier à SMS Partner avec son identifiant\u00a0:',
  notTaken: 'Le fichier n’a pas été pris\u00a0: il reste à télécharger. Le statut est vérifié à nouveau.',
  queue: {
    title: 'Télécharger les fichiers',
    once: 'SMS Partner ne donne chaque fichier qu’une fois\u00a0: dès qu’il est demandé, sa location passe au statut «\u202fTéléchargée\u202f».',
    personal:
      'Les numéros sont des données personnelles. Les fichiers vont, l’un après l’autre, dans le dossier de téléchargement de ce navigateur\u202f; ce tableau n’en garde rien.',
    permission:
      'Si le navigateur demande d’autoriser plusieurs téléchargements, acceptez\u00a0: sinon, il n’enregistre que le premier.',
    fetchedByOthers: counted.fr(
      '# de ces fichiers a déjà été récupéré par quelqu’un de l’équipe\u00a0: SMS Partner le refuserait sans doute (code 34).',
      '# de ces fichiers ont déjà été récupérés par quelqu’un de l’équipe\u00a0: SMS Partner les refuserait sans doute (code 34).',
    ),
    nothing: 'Aucune de ces locations n’a de fichier à télécharger maintenant.',
    unready: counted.fr('# location choisie n’est pas prête.', '# locations choisies ne sont pas prêtes.'),
    earlier: (moment: string) =>
      `Déjà demandé le ${moment}\u00a0: laissé de côté. Son détail permet de le redemander.`,
    start: counted.fr('Télécharger le fichier', 'Télécharger les # fichiers'),
    fetching: (nth: number, count: number) => `Fichier ${nth} sur ${count}`,
    keepOpen: 'Gardez cette page ouverte.',
    stop: 'Arrêter après ce fichier',
    stopping: 'Arrêt dès que ce fichier est arrivé.',
    saved: counted.fr('# fichier enregistré', '# fichiers enregistrés'),
    failed: counted.fr('# échec', '# échecs'),
    left: counted.fr('# pas encore demandé', '# pas encore demandés'),
    goOn: counted.fr('Continuer avec le dernier', 'Continuer avec les # autres'),
    keptUntilClosed:
      'Vérifiez qu’ils sont dans votre dossier de téléchargement. Jusqu’à la fermeture, chacun peut être enregistré à nouveau\u202f; ensuite, il ne sera pas redonné.',
    saveOne: (action: string, name: string) => `${action}\u00a0: ${name}`,
  },
  interrupted: {
    title: 'Téléchargement interrompu',
    text: (names: string) =>
      `Le fichier de ${names} n’est pas arrivé\u00a0: rien n’a été enregistré. SMS Partner le compte peut-être comme téléchargé\u202f; le statut est vérifié à nouveau.`,
    see: 'Voir la location',
    dismiss: 'J’ai compris',
  },
  end: {
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

const en: typeof fr = {
  action: 'Download the file',
  quoted: (name: string) => `“${name}”`,
  once: 'SMS Partner hands this file over only once: as soon as you ask for it, the rental becomes “Downloaded”.',
  personal:
    'Its numbers are personal data. Save it where only authorised people can reach it; this board keeps none of it.',
  announced: counted.en('# number announced', '# numbers announced'),
  simulated: 'Demonstration: the file is simulated, with numbers reserved for fiction.',
  simulatedName: (name: string) => `${name} (simulated)`,
  all: counted.en('Download the ready one', 'Download the # ready ones'),
  andNext: 'and go to the next',
  actionAndNext: 'Download the file and go to the next',
  next: 'Go to the next',
  start: 'Download',
  startAnyway: 'Download anyway',
  earlier: {
    running: (moment: string) =>
      `A download of this file, started on ${moment}, was interrupted or is still running in another tab. SMS Partner may already count it as downloaded, and would then refuse it (code 34).`,
    unsure: (moment: string) =>
      `This file was requested on ${moment} and did not arrive complete. SMS Partner may already count it as downloaded, and would then refuse it (code 34).`,
    done: (moment: string) =>
      `This file was downloaded in this browser on ${moment}. SMS Partner would most likely refuse it (code 34).`,
  },
  fetchedBy: (person, moment) =>
    `${person ?? 'Somebody of the team'} already fetched this file on ${moment}. SMS Partner would probably refuse it (code 34).`,
  progress: 'Download progress',
  waiting: 'SMS Partner is preparing it…',
  received: (received: string) => `${received} received`,
  receivedOf: (received: string, total: string) => `${received} of ${total}`,
  cancel: 'Stop the download',
  cancelHint:
    'Keep this page open. Stopping does not give the file back: SMS Partner may already count it as downloaded.',
  whole: 'The file has arrived complete',
  saved: (name: string) => `Saved as “${name}”`,
  choose: 'Choose how to save it, or save it both ways: you will not get it again.',
  save: { csv: 'Save as CSV', 'as-it-came': 'Save as received' },
  saveAgain: 'Save again',
  giveUp: 'Close without saving',
  size: 'Size',
  inFile: 'Numbers in the file',
  uncounted: 'cannot be counted in this kind of file',
  inStatus: 'Announced by SMS Partner',
  paid: 'Contacts paid for',
  agree: 'The numbers match.',
  differs:
    'These numbers differ. Keep the file as received, and ask SMS Partner to explain, quoting the rental’s token.',
  maybeTaken:
    'SMS Partner may count the file as downloaded; the status of the rental is being checked again. Keep this rental. If it becomes “Downloaded”, ask SMS Partner for the file with its token:',
  notTaken: 'The file was not taken: it is still to be downloaded. The status is being checked again.',
  queue: {
    title: 'Download the files',
    once: 'SMS Partner hands each file over once only: as soon as it is asked for, its rental becomes “Downloaded”.',
    personal:
      'The numbers are personal data. The files go, one after the other, to the download folder of this browser; this board keeps nothing of them.',
    permission:
      'If the browser asks whether to allow several downloads, allow them: otherwise it saves the first one only.',
    fetchedByOthers: counted.en(
      '# of these files was already fetched by somebody of the team: SMS Partner would probably refuse it (code 34).',
      '# of these files were already fetched by somebody of the team: SMS Partner would probably refuse them (code 34).',
    ),
    nothing: 'None of these rentals has a file to download now.',
    unready: counted.en('# rental chosen is not ready.', '# rentals chosen are not ready.'),
    earlier: moment => `Already asked for on ${moment}: left out. Its details let you ask again.`,
    start: counted.en('Download the file', 'Download the # files'),
    fetching: (nth, count) => `File ${nth} of ${count}`,
    keepOpen: 'Keep this page open.',
    stop: 'Stop after this file',
    stopping: 'Stopping once this file has come.',
    saved: counted.en('# file saved', '# files saved'),
    failed: counted.en('# failure', '# failures'),
    left: counted.en('# not asked for yet'),
    goOn: counted.en('Go on with the last one', 'Go on with the # others'),
    keptUntilClosed:
      'Check that they are in your download folder. Until you close this, each can be saved again; after that it will not be handed over again.',
    saveOne: (action, name) => `${action}: ${name}`,
  },
  interrupted: {
    title: 'Download interrupted',
    text: (names: string) =>
      `The file of ${names} did not arrive: nothing was saved. SMS Partner may count it as downloaded; the status is being checked again.`,
    see: 'View rental',
    dismiss: 'Got it',
  },
  end: {
    busyTitle: 'Another tab is downloading this file',
    busy: 'SMS Partner hands it over only once: look for it in the other tab.',
    cancelled: 'The download was stopped: nothing was saved',
    incomplete: 'The file is incomplete: nothing was saved',
    breaks: {
      broken: 'The connection was lost before the end.',
      short: 'Part of what SMS Partner announced is missing.',
      stalled: 'Nothing more arrived for 45 seconds.',
    },
    truncated: 'SMS Partner’s reply is cut off.',
    none: 'The file could not be downloaded',
    html: 'SMS Partner sent a web page instead of the file.',
    empty: 'SMS Partner sent an empty file.',
    codes: {
      32: 'SMS Partner cannot find this rental (code 32). Check its token.',
      33: 'SMS Partner cannot find a file for this rental (code 33). Try again in a few minutes; if it is still missing, contact SMS Partner with the rental’s token.',
      34: 'This file has already been downloaded (code 34): SMS Partner will not hand it over again. Look where it was saved, or ask SMS Partner for it with the rental’s token.',
      35: 'This file is being downloaded elsewhere (code 35). Wait until it has arrived there before asking for it again.',
      36: 'The rental failed at SMS Partner (code 36): it has no file. Contact SMS Partner with its token.',
    },
    account:
      'The request was refused for this SMS Partner account: fix it as the board says, then start again.',
  },
}

export const downloadWords: Readonly<Record<Language, typeof fr>> = { fr, en }
