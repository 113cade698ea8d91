import type { Common } from '../en/common';
import { pluralIn } from '../plural';
import { batch } from './batch';
import { intake } from './intake';
import { menu } from './menu';
import { parts } from './parts';
import { replace } from './replace';
import { sites } from './sites';
import { space } from './space';
import { tools } from './tools';
import { units } from './units';
import { zip } from './zip';

const plural = pluralIn('fr');
const number = plural({ other: '#' });
const creditCount = plural({ one: '# crédit', other: '# crédits' });

/** French. */
export const common: Common = {
  join: (first, second) => `${first} ${second}`,
  units,
  app: {
    title: 'Agrandir avec Dreamina',
    credits: creditCount,
    openService: (credits) => `Solde : ${credits}. Ouvrir {site}`,
    settings: 'Paramètres',
    openPanel: 'Ouvrir dans le panneau latéral',
  },
  menu,
  intake,
  add: {
    invite: { drop: 'Déposez, collez', or: ' ou ', choose: 'choisissez', what: ' des images' },
    dropNow: 'Déposez pour agrandir',
    choose: 'Choisir des images',
    target: 'Agrandir en',
    membership: '4K peut demander un abonnement {site}.',
    cost: (credits, day) =>
      credits === 0
        ? `Gratuit (dernier relevé : ${day})`
        : `Environ ${creditCount(credits)} (dernier relevé : ${day})`,
    pick: 'Choisir une image sur cette page',
    several: 'Choisir plusieurs images de cette page',
    notImages: 'Ce n’est pas une image. Déposez ou collez un fichier image.',
  },
  empty: {
    title: 'Clic droit sur une image',
    text: 'Choisissez « Agrandir avec Dreamina », puis 2K ou 4K. L’image agrandie apparaît ici, prête à enregistrer.',
    pointer: { before: 'Pas d’entrée dans le menu ? Pointez l’image et appuyez sur ', after: '.' },
    pick: { before: 'Ou choisissez-la sur la page avec ', after: ' ci-dessus.' },
    privacy:
      'L’image est envoyée à {site} (ByteDance) par votre propre compte. Rien d’autre ne quitte votre navigateur.',
  },
  notices: {
    allowAccess: 'Autoriser l’accès',
    reachTitle: 'Cette page est inaccessible',
    reachText:
      'Le panneau latéral n’accède qu’à une page où vous venez d’utiliser l’extension. Faites plutôt un clic droit sur l’image, ou cliquez d’abord sur le bouton de la barre d’outils dans cette page.',
    unreadableTitle: 'Votre historique est illisible pour l’instant',
    unreadableText:
      'Le navigateur n’a pas pu ouvrir son stockage. Rien n’a été supprimé. Si un nouvel essai ne suffit pas, redémarrez le navigateur.',
    tryAgain: 'Réessayer',
    newerTitle: 'Votre historique vient d’une version plus récente',
    newerText:
      'Une version plus récente de l’extension l’a écrit. Rien n’a été modifié ni supprimé. Mettez l’extension à jour pour le revoir.',
    fullTitle: 'Stockage plein : une image n’a pas été ajoutée',
    fullText:
      'Le navigateur n’a pas pu stocker la dernière image. Retirez des résultats inutiles ou libérez de l’espace disque, puis cliquez à nouveau sur l’image.',
    fullElsewhere:
      'Le navigateur n’a pas pu stocker la dernière image. Libérez de l’espace disque, puis cliquez à nouveau sur l’image.',
    makeRoom: 'Choisir quoi retirer',
    fullRead: 'OK',
    signInTitle: 'Connectez-vous à {site}',
    signInText:
      'C’est votre propre compte qui agrandit les images. Cette extension ne voit jamais votre mot de passe.',
    otherJars: {
      containers:
        'Connectez-vous dans un onglet normal. Une connexion dans un conteneur sert aux images des onglets de ce conteneur.',
      isolated: 'L’isolation « first-party » masque la connexion. Désactivez-la d’abord.',
    },
    signInWaiting: plural({
      one: '# image attend et reprendra automatiquement.',
      other: '# images attendent et reprendront automatiquement.',
    }),
  },
  broken: {
    row: 'Erreur dans l’extension : cette image ne peut pas être affichée.',
    title: 'Cette page ne peut pas être affichée',
    text: 'Une erreur s’est produite dans l’extension. Votre historique et vos images sont toujours là. Rechargez la page. Si cela ne suffit pas, copiez le rapport et envoyez-le aux développeurs.',
    reload: 'Recharger',
    copy: 'Copier le rapport',
    copied: 'Copié',
    copyFailed: 'Le rapport n’a pas pu être copié',
  },
  history: {
    search: 'Rechercher',
    sort: 'Trier',
    sorts: { newest: 'Récentes', oldest: 'Anciennes', name: 'Nom', size: 'Grandes' },
    filter: 'Afficher',
    filters: { all: 'Toutes', running: 'En cours', done: 'Terminées', needs: 'À décider' },
    select: 'Sélectionner',
    choose: (name) => `Sélectionner ${name}`,
    nothing: 'Aucune image ne correspond.',
    reading: 'Chargement…',
    justDone: plural({ one: '# image terminée', other: '# images terminées' }),
    removed: plural({ one: '# image retirée', other: '# images retirées' }),
    undo: 'Annuler',
    joined: (target) => `Agrandissement en ${target} déjà en cours`,
    showJoined: 'Afficher',
    selection: {
      title: 'Images sélectionnées',
      all: 'Toutes',
      count: plural({ one: '# sélectionnée', other: '# sélectionnées' }),
      end: 'Quitter la sélection',
      save: (count) => (count > 0 ? `Enregistrer (${number(count)})` : 'Enregistrer la sélection'),
      retry: (count) => (count > 0 ? `Réessayer (${number(count)})` : 'Réessayer la sélection'),
      remove: (count) => (count > 0 ? `Retirer (${number(count)})` : 'Retirer la sélection'),
      retryHint:
        'Ne réessaie que les images pour lesquelles cela ne coûte rien. Réessayez les autres une par une.',
      more: 'Autres façons d’enregistrer',
      zip: 'Enregistrer en ZIP',
      csv: 'Enregistrer la liste (CSV)',
      json: 'Enregistrer la liste (JSON)',
    },
    zip,
  },
  actions: {
    save: 'Enregistrer',
    saving: 'Enregistrement…',
    saved: 'Enregistrée',
    alreadyThere: 'Déjà là',
    saveAgain: 'Enregistrer à nouveau',
    saveAs: 'Enregistrer sous…',
    copy: 'Copier l’image',
    copying: 'Copie…',
    copied: 'Copiée',
    copyFailed: 'Le navigateur n’a pas pu copier l’image. Enregistrez-la plutôt.',
    compare: 'Comparer',
    retry: 'Réessayer',
    haveCredits: 'J’ai des crédits',
    retryMayCost: 'Réessayer (peut coûter des crédits)',
    pollAgain: 'Revérifier',
    useAccount: 'Utiliser ce compte',
    useAccountMayCost: 'Utiliser ce compte (peut coûter à nouveau)',
    useAccountHint: 'Agrandit l’image avec le compte connecté actuellement.',
    cancel: 'Annuler',
    remove: 'Retirer',
    openPage: 'Ouvrir la page',
    more: 'Plus',
    signIn: 'Se connecter',
    readConsent: 'Lire et accepter',
    allow: (host) => `Autoriser ${host}`,
    allowEverywhere: 'Autoriser sur tous les sites',
    use2k: 'Agrandir en 2K',
    useExisting: 'L’utiliser',
    showOther: 'L’afficher',
    upscale: 'Agrandir',
    upscaleAgain: 'Agrandir à nouveau',
    againWith: 'Agrandir à nouveau…',
    upscaleAnyway: 'Agrandir quand même',
    keepOriginal: 'La garder (gratuit)',
    useShown: 'Utiliser celle de la page',
    useScreen: 'Utiliser l’image à l’écran',
    useScreenHint: 'Ne demande aucune autorisation, mais reste à la taille affichée.',
    openService: 'Ouvrir {site}',
    continueInPage: 'Continuer par la page de {site}',
    skipPage: 'Envoyer sans cette page',
    checkConnection: 'Vérifier la connexion',
    chooseFile: 'Choisir un fichier',
  },
  pageConsent: {
    only: '{site} n’accepte les commandes que depuis sa propre page.',
    sentence:
      'Si vous acceptez, l’extension ouvre la page de {site} dans un onglet en arrière-plan, si aucune n’est ouverte, et laisse cette page envoyer vos commandes.',
    agree: 'Accepter',
    decline: 'Pas maintenant',
  },
  job: {
    target: { '2k': '2K', '4k': '4K' },
    localFile: 'Depuis votre appareil',
    unnamed: 'Image sans titre',
    becomes: (from, to) => `${from} → ${to}`,
    credits: creditCount,
    left: (duration) => `encore ${duration} environ`,
    retryIn: (duration) => `nouvel essai dans ${duration}`,
    progress: (name) => `Progression de ${name}`,
    thumbnail: (target) => `en ${target}`,
    serviceSaid: '{site} indique :',
    reference: (ret) => `code ${ret}`,
    switched: (now, before) => `Passage à ${now}, car ${before} n’a pas abouti chez {site}.`,
    switchedForSize: (now, before) => `Passage à ${now}, car ${before} n’a pas agrandi l’image.`,
    sentSmaller: 'Envoyée en fichier plus petit, car {site} n’a pas terminé le plus grand.',
    cancelled: 'Annulé avant l’agrandissement. Rien n’a été débité.',
    cancelledLate:
      'Annulé après le début de l’agrandissement. {site} peut encore le terminer et débiter des crédits.',
    savedPlain: {
      format: 'Enregistrée dans son format d’origine : la conversion a échoué.',
      note: 'Enregistrée sans sa source : le fichier n’a pas de place pour cette note.',
    },
    saveFailed: 'Le navigateur n’a pas pu écrire le fichier. L’image est toujours ici.',
    kept: 'original gardé, gratuit',
    largerOriginal: ({ size, host, shown }) =>
      `Original plus grand utilisé${size ? ` (${size})` : ''}${host ? `, depuis ${host}` : ''}${shown ? `, au lieu de l’image de la page (${shown})` : ''}`,
    fromScreen: 'Capturée à l’écran',
  },
  batch,
  replace,
  parts,
  sites,
  space,
  tools,
  stages: {
    preparing: 'Préparation',
    uploading: 'Envoi de l’image',
    slot: 'En attente d’une place',
    ordering: 'Envoi à {site}',
    checking: 'Vérification de l’arrivée',
    generating: 'Agrandissement',
    collecting: 'Téléchargement du résultat',
    joining: 'Assemblage des parties',
    done: 'Prête',
    failed: 'Échec',
    cancelled: 'Annulée',
  },
  waiting: {
    'sign-in': 'Vous n’êtes pas connecté à {site}. L’image reprendra après la connexion.',
    consent:
      'Vous n’avez pas encore accepté d’envoyer des images à {site}. L’image reprendra après votre accord.',
    'page-consent':
      'Cette commande passe par la propre page de {site}. Elle reprendra après votre accord.',
    otherAccount: (name, isKnown) => {
      if (name) {
        return `Connectez-vous à {site} en tant que ${name}, le compte qui a envoyé cette image. Elle reprendra automatiquement.`;
      }
      return isKnown
        ? 'Un autre compte {site} a envoyé cette image. Connectez-vous à ce compte et elle reprendra automatiquement.'
        : 'Le compte {site} connecté n’a pas envoyé cette image. Connectez-vous à celui qui l’a envoyée et elle reprendra automatiquement.';
    },
    network: 'Pas de connexion à {site}. L’image reprendra au retour de la connexion.',
    permission: {
      before: 'Cette image est stockée sur ',
      after: '. La lire demande votre autorisation.',
    },
    uploadHost: {
      before: '{site} veut recevoir cette image sur ',
      after: '. L’y envoyer demande votre autorisation.',
    },
    resultHost: {
      before: '{site} garde le résultat sur ',
      after: '. Le récupérer demande votre autorisation. Rien de plus n’est débité.',
    },
    serviceHost: { before: 'Continuer demande votre autorisation pour ', after: '.' },
    cookies: {
      before: 'Cette image est stockée sur ',
      after:
        ', qui ne l’envoie pas aux visiteurs anonymes. Si vous l’autorisez, la demande inclut vos cookies pour ce site, pour cette image seulement.',
    },
    duplicate: (target, twin) => {
      switch (twin) {
        case 'running':
          return `Cette image est déjà en cours d’agrandissement en ${target}.`;
        case 'unconfirmed':
          return `Vous avez peut-être déjà payé pour cette image en ${target}. Réessayez la première : elle cherche d’abord le résultat.`;
        case 'gone':
          return `Votre résultat en ${target} n’est plus enregistré ici. Agrandir à nouveau l’image peut coûter des crédits.`;
        default:
          return `Vous avez déjà agrandi cette image en ${target}. Utiliser ce résultat, gratuitement ?`;
      }
    },
    alreadyLarge: (size, target) =>
      size === undefined
        ? `Cette image est déjà aussi grande que ${target}. La garder est gratuit.`
        : `Cette image fait déjà ${size}, autant que ${target}. La garder est gratuit.`,
    credits: (code, target, balance) => {
      if (code === 'daily-limit') {
        return 'Vous avez atteint la limite du jour sur {site}. L’image reprendra demain.';
      }
      if (code === 'membership-needed') {
        return `${target} demande un abonnement {site}. Rien n’a été débité.`;
      }
      const left = balance === undefined ? '' : ` (solde : ${number(balance)})`;
      return `Pas assez de crédits {site}${left}. L’image reprendra quand vous en aurez assez.`;
    },
    coolDown: (code) =>
      code === 'risk-control' || code === 'account-restricted'
        ? 'Le contrôle des risques de {site} a refusé cette demande. Tout est en pause et reprendra plus tard. Voyez si le site de {site} vous demande de confirmer quelque chose.'
        : '{site} est surchargé et a demandé une pause. L’image reprendra automatiquement. Rien n’a été débité.',
    dayLimit: (credits) =>
      `La prochaine commande pourrait dépasser votre limite de ${creditCount(credits)} par jour. Reprise demain, ou quand vous changez la limite dans les paramètres.`,
    stillRunning: (polledAt) =>
      `Toujours en cours chez {site}${polledAt ? `, dernière vérification à ${polledAt}` : ''}. L’image reprendra automatiquement. Revérifier est gratuit.`,
  },
  announce: {
    done: (name) => `${name} est prête.`,
    saved: (name) => `${name} est enregistrée.`,
    failed: (name, sentence) => `Échec de ${name}. ${sentence}`,
    waiting: (name, sentence) => `${name} attend. ${sentence}`,
    stage: (name, stage) => `${name} : ${stage}`,
  },
  flaws: {
    black: 'Le résultat est noir.',
    uniform: 'Le résultat est d’une seule couleur.',
    'transparency-lost': 'Des parties de l’original sont transparentes ; le résultat ne l’est pas.',
    'wrong-shape':
      'Le résultat n’a pas les mêmes proportions que l’original. Il est peut-être rogné ou étiré.',
    'not-larger': 'Le résultat n’est pas plus grand que l’original.',
    'short-of-target': (target) => `Le résultat est plus petit que ${target}.`,
  },
  charged: {
    no: 'Rien n’a été débité.',
    maybe: 'Des crédits ont peut-être été débités.',
  },
  refund: {
    yes: 'Vos crédits ont été remboursés.',
    no: 'Vos crédits n’ont pas été remboursés.',
    unknown: 'On ne sait pas si vos crédits ont été remboursés.',
  },
};
