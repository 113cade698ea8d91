import type { Connection } from '../en/connection';
import { pluralIn } from '../plural';

const plural = pluralIn('fr');
const recorded = plural({ one: '# réponse enregistrée', other: '# réponses enregistrées' });

/** French messages of the connection check and of the versions. */
export const connection: Connection = {
  connection: {
    title: 'Connexion',
    lead: 'Si des images échouent, vérifiez d’abord ici.',
    check: 'Chaque étape jusqu’à la commande',
    checkHint:
      'Essaie toutes les étapes gratuites et envoie une petite image dessinée. Ne coûte rien et ne commande rien.',
    start: 'Vérifier la connexion',
    again: 'Revérifier',
    checking: 'Vérification…',
    needsConsent:
      'Donnez votre accord sur la première page avant de vérifier. D’ici là, rien n’est envoyé.',
    allGood: 'Toutes les étapes fonctionnent.',
    someBad: plural({ one: '# étape en échec.', other: '# étapes en échec.' }),
    steps: {
      cookie: {
        name: 'Cookie de session',
        good: 'Vous êtes connecté à {site} dans ce navigateur.',
      },
      read: { name: 'Demande signée', good: '{site} accepte la signature et la session.' },
      balance: { name: 'Crédits', good: '{site} indique le solde de crédits.' },
      token: { name: 'Clé d’envoi', good: '{site} donne une clé pour les envois.' },
      apply: { name: 'Lieu d’envoi', good: '{site} désigne un serveur pour l’image.' },
      put: { name: 'Envoi', good: 'Le serveur a reçu l’image dessinée.' },
      commit: { name: 'Envoi confirmé', good: '{site} confirme l’image.' },
      'look-up': {
        name: 'État de la tâche',
        good: '{site} répond pour une tâche qui n’existe pas.',
      },
      sent: { name: 'En-têtes de la demande', good: 'Comme sur le site de {site}.' },
    },
    states: {
      waiting: 'Pas encore',
      running: 'En cours',
      good: 'Fonctionne',
      bad: 'Échec',
      skipped: 'Ignorée',
    },
    problems: {
      'cookie-missing':
        'Aucune session {site} dans ce navigateur. Connectez-vous sur le site de {site}.',
      'no-access':
        'Cette extension ne peut pas accéder aux sites de {site}. Autorisez-le sous « Sites ».',
      'needs-earlier': 'Ignorée, car une étape précédente a échoué.',
      stopped: 'Ignorée, car la vérification a été arrêtée.',
      unexpected: '{site} affirme que la tâche existe.',
      'rule-missing':
        'La règle qui définit Origin et Referer n’est pas active. Redémarrez le navigateur.',
      'signed-out': '{site} n’accepte pas la session. Reconnectez-vous sur son site.',
      'risk-control':
        'Le contrôle des risques de {site} a refusé la demande. La vérification est arrêtée. Ouvrez {site} et attendez un moment.',
      'account-restricted': '{site} a restreint ce compte. La vérification est arrêtée.',
      'confirmation-needed': '{site} vous demande d’abord d’accepter quelque chose sur son site.',
      outdated: '{site} n’accepte plus ces versions. Voir « Avancé » ci-dessous.',
      'system-busy': '{site} est surchargé ou n’accepte pas la signature.',
      busy: 'Trop de demandes. Attendez une minute.',
      'region-refused':
        '{site} n’est pas disponible depuis ce réseau. Un VPN ou l’adresse d’un centre de données peut en être la cause.',
      'bad-response': 'La réponse n’a pas la forme attendue.',
      network: 'Pas de connexion.',
      timeout: 'Pas de réponse à temps.',
      'line-too-slow': 'L’envoi était trop lent.',
      'server-error': 'Le serveur de {site} a une erreur.',
      'host-not-allowed': '{site} désigne un serveur auquel cette extension ne peut pas accéder.',
      'upload-refused': 'L’envoi a été refusé.',
      'http-refused': 'Le serveur de {site} a refusé la demande.',
      'unknown-refusal': '{site} a refusé la demande avec un code inconnu.',
      'upload-corrupted': 'Le serveur a reçu d’autres octets que ceux envoyés.',
    },
    otherProblem: (code) => `Échec : ${code}.`,
    number: (code) => `Code ${code}.`,
    missing: (path) => `Manque : ${path}.`,
    sent: {
      set: (header) => `${header} : défini.`,
      notSet: (header) => `${header} : non défini.`,
      cookies: 'Cookies : envoyés et reconnus.',
      noCookies: 'Cookies : non reconnus.',
      unknownCookies: 'Cookies : inconnu.',
      how: 'Une extension ne peut pas lire les en-têtes envoyés. Ses règles et les réponses montrent ceci.',
    },
    test: 'Envoyer une image de test',
    testHint: (cost) =>
      `Un vrai agrandissement en 2K de la petite image de la page d’accueil. ${cost}`,
    testCost: plural({
      one: 'Cela coûtait # crédit au dernier relevé.',
      other: 'Cela coûtait # crédits au dernier relevé.',
    }),
    testFree: 'Cela ne coûtait rien au dernier relevé.',
    testCostUnknown: 'Son coût n’est pas encore connu.',
    testNow: 'Envoyer',
    testSent: 'Lancé. Il est dans l’historique.',
    testNoRoom: 'Le stockage du navigateur est plein.',
    report: 'Rapport de connexion',
    reportHint:
      'Versions, noms de serveurs, codes d’erreur, durées, noms et types des champs des réponses. Aucun contenu : ni session, ni image, ni adresse de page, ni nom.',
    copy: 'Copier',
    copied: 'Copié',
    notCopied: 'Le navigateur n’a pas pu copier. Enregistrez plutôt le rapport.',
    ms: (count) => `${count} ms`,
    save: 'Enregistrer dans un fichier',
    record: 'Enregistrer les 10 prochaines minutes',
    recordHint:
      'Ajoute au rapport les noms et types des champs de toutes les réponses de {site}. Gardé en mémoire seulement, jusqu’à la fermeture du navigateur. Le bouton de la barre d’outils affiche REC.',
    recorded: (count) => `${recorded(count)}.`,
    recordingUntil: (time, count) => `Actif jusqu’à ${time}. ${recorded(count)}.`,
  },
  advanced: {
    title: 'Avancé',
    versions: 'Versions',
    hint: 'Comment l’extension se présente à {site}. Ne les changez que si {site} refuse des demandes comme obsolètes et si l’on vous indique des valeurs plus récentes.',
    show: 'Afficher les versions',
    builtIn: (value, day) => `Intégrée : ${value}, vue le ${day}.`,
    overridden: 'Modifiée',
    invalidNumber: 'Utilisez des nombres et des points, comme 8.4.0. Non enregistré.',
    invalidName: 'Utilisez des lettres, des chiffres, _ et des virgules. Non enregistré.',
    reset: 'Utiliser les intégrées',
    notes: {
      appvr: 'Toutes les demandes',
      daVersion: 'Toutes les demandes',
      webVersion: 'Toutes les demandes',
      appSdkVersion: 'Toutes les demandes',
      aigcFeatures: 'Toutes les demandes',
      rootModel: 'Commandes',
      draftMinVersion: 'Commandes, brouillon',
      componentMinVersion: 'Commandes, composant',
      originalAppvr: 'Super-résolution',
      originalDaVersion: 'Super-résolution',
    },
  },
};
