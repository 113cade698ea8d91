import type { Welcome } from '../en/welcome';

/** French words of the welcome page. */
export const welcome: Welcome = {
  title: 'Bienvenue',
  step: (now, of) => `Étape ${now} sur ${of}`,
  steps: 'Étapes',
  back: 'Retour',
  next: 'Suivant',
  done: 'Terminer',
  what: {
    title: 'Des images plus grandes, sur toute page',
    lead: 'Faites un clic droit sur une image, choisissez 2K ou 4K, et enregistrez l’image agrandie quand elle est prête. Votre propre compte Jimeng ou Dreamina fait le travail.',
    sent: 'Ce qui quitte cet ordinateur',
    points: [
      {
        title: 'L’image que vous choisissez',
        text: 'Elle va au site où se trouve votre compte : Jimeng ou Dreamina, deux services de ByteDance. Les conditions de ce site s’y appliquent.',
      },
      {
        title: 'Rien d’autre',
        text: 'Aucune autre image, aucun historique de navigation, aucune mesure d’audience. Nous n’avons pas de serveur.',
      },
      {
        title: 'Votre historique reste ici',
        text: 'Il reste dans ce navigateur jusqu’à ce que vous le retiriez. Cette extension ne voit jamais votre mot de passe.',
      },
    ],
    consent:
      'J’accepte que les images que je choisis soient envoyées au site de mon compte, Jimeng ou Dreamina (ByteDance), pour être agrandies.',
    agree: 'Accepter et continuer',
    notYet: 'Rien n’est envoyé avant votre accord. Les images cliquées attendent.',
    agreed: 'Vous avez donné votre accord. Vous pouvez le retirer dans les paramètres.',
    unofficial: 'Non officielle : ni créée ni approuvée par Jimeng, Dreamina ou ByteDance.',
  },
  ready: {
    title: 'Où est votre compte ?',
    site: 'Site',
    other: 'Vous pourrez ajouter l’autre site plus tard dans les paramètres.',
    access: (site) => `Accès à ${site}`,
    accessAsk:
      'Votre navigateur demandera si cette extension peut accéder à ces sites, et à aucun autre.',
    refused: (site) =>
      `L’accès n’a pas été autorisé. Sans lui, rien ne peut être agrandi avec ${site}. Vous pouvez l’autoriser maintenant ou plus tard.`,
    account: (site) => `Votre compte ${site}`,
    signedIn: 'Vous êtes connecté.',
    signIn: (site) =>
      `Connectez-vous sur le site de ${site}, puis revenez. Cette page se met à jour automatiquement.`,
    checking: 'Vérification…',
    pin: 'Le bouton de la barre d’outils',
    pinned: 'Il est dans votre barre d’outils. Il montre la progression et ouvre l’historique.',
    unpinned:
      'Cliquez sur la pièce de puzzle de la barre d’outils, puis sur l’épingle à côté de « Agrandir avec Dreamina ». Le bouton montre la progression et ouvre l’historique.',
  },
  start: {
    title: 'Accès aux sites et premier essai',
    access: 'L’extension peut-elle lire les images d’autres sites ?',
    ask: 'Demander pour chaque site',
    askHint:
      'La plupart des images ne demandent aucune autorisation. Sinon, l’extension demande l’accès à ce seul site.',
    everywhere: 'Autoriser tous les sites maintenant',
    everywhereHint:
      'Aucune image n’a besoin de demander. Votre navigateur laisserait l’extension lire chaque site ; elle ne lit toujours que les images que vous choisissez. Vous pouvez révoquer cet accès dans les paramètres.',
    try: 'Essayer',
    tryAlt: 'Petit dessin d’une cabane sous une aurore boréale',
    trySize: (size) => `${size} pixels, dessinée pour cette page.`,
    cost: {
      jimeng:
        'Agrandir en 2K peut coûter des crédits Jimeng. La HD intelligente, par laquelle commence le mode automatique, coûtait 1 crédit au dernier relevé.',
      dreamina:
        'Agrandir en 2K peut coûter des crédits Dreamina. Leur nombre n’est pas encore connu.',
    },
    credits: (left) => `Votre solde : ${left}.`,
    upscale: 'Agrandir cette image',
    started: 'Lancé. Le bouton de la barre d’outils indique quand elle est prête.',
    noRoom: 'Le stockage du navigateur est plein. Libérez de l’espace disque, puis réessayez.',
    openHistory: 'Ouvrir l’historique',
    check: 'Vérifier la connexion',
    checkHint: 'Essaie toutes les étapes gratuites, sans agrandir.',
    needsConsent: 'Donnez votre accord sur la première page avant d’essayer.',
    needsSignIn: 'Autorisez l’accès et connectez-vous sur la page précédente avant d’essayer.',
  },
};
