import type { Settings } from '../en/settings';
import { pluralIn } from '../plural';

/** French messages of the settings, except upscaling, access, history and privacy. */
export const settings: Settings = {
  saved: 'Enregistré',
  notSaved: 'Le navigateur n’a pas enregistré la dernière modification. Réessayez dans une minute.',
  account: {
    title: 'Compte',
    'signed-in': 'Connecté.',
    credits: pluralIn('fr')({
      one: 'Connecté, solde de # crédit.',
      other: 'Connecté, solde de # crédits.',
    }),
    'signed-out': 'Déconnecté. Les images attendent votre connexion.',
    unknown: 'Vérification…',
  },
  sites: {
    title: 'Sites',
    why: 'Votre compte est sur l’un de ces sites, ou sur les deux. L’extension ne peut accéder qu’aux sites que vous autorisez.',
    states: {
      all: 'L’accès est autorisé.',
      some: 'L’accès n’est autorisé qu’en partie. Certaines images attendront peut-être le reste.',
      none: 'L’accès n’est pas autorisé. Les images pour ce site attendent.',
    },
    everywhere: 'L’accès est autorisé, car « Tous les sites » est activé.',
    allow: 'Autoriser l’accès',
    allowSite: (site) => `Autoriser l’accès à ${site}`,
    remove: 'Retirer l’accès',
    removeSite: (site) => `Retirer l’accès à ${site}`,
    hosts: 'Afficher les accès',
    use: 'Compte pour les nouvelles images',
    useHint: 'Automatique utilise le site où vous êtes connecté.',
    auto: 'Automatique',
    page: {
      title: 'Envoyer les commandes par la page de {site}',
      agreed:
        'Vous avez accepté. Vous pouvez revenir sur cet accord ici à tout moment. Les images pour {site} attendront alors.',
      notAgreed: 'Les images pour {site} attendent votre accord.',
    },
  },
  tuning: {
    detail: 'Niveau de détail',
    detailHint:
      'Quantité de détails que la HD intelligente peut inventer. Une valeur basse reste plus proche de l’original.',
    background: 'Transparence',
    backgroundHint:
      'Les images de {site} sont opaques. L’extension rétablit la transparence dans le résultat, ou envoie l’image sur une couleur.',
    backgrounds: { keep: 'Garder', white: 'Blanc', colour: 'Couleur' },
    search: 'Chercher un original plus grand',
    searchHint:
      'Une page montre souvent une petite copie. L’extension cherche l’original de la même image pendant cette durée au plus.',
    searchSeconds: (seconds) => (seconds === 0 ? 'Non' : `${seconds} s`),
    dayLimit: 'Limite par jour',
    dayLimitHint:
      'Nombre maximal de crédits par jour, pour toutes les images. Vide : aucune limite.',
    parallel: 'En même temps',
    parallelHint:
      'Nombre d’images que {site} traite en même temps. Avec trois, un compte sans abonnement devra peut-être attendre.',
  },
  pageWay: {
    title: 'Envoyer les commandes par la page de Jimeng',
    hint: 'Utile seulement si Jimeng refuse les commandes qui ne viennent pas de sa propre page. Demande un onglet avec Jimeng ; l’extension l’ouvre en arrière-plan et le ferme quand il ne sert plus.',
  },
  saving: {
    title: 'Enregistrement',
    name: 'Nom du fichier',
    nameHint: 'Texte et champs. L’extension du fichier suit l’image.',
    saved: 'Noms de fichiers gardés',
    savedHint: 'Appuyez sur un nom pour l’utiliser.',
    keepName: 'Garder ce nom de fichier',
    removeName: (template) => `Retirer ${template}`,
    fields: 'Ajouter un champ',
    fieldNames: {
      name: 'Nom',
      host: 'Site',
      title: 'Titre de la page',
      alt: 'Description de l’image',
      batch: 'Lot',
      index: 'Numéro dans le lot',
      folder: 'Dossier d’origine',
      date: 'Date',
      time: 'Heure',
      width: 'Largeur',
      height: 'Hauteur',
      scale: 'Facteur',
      upscaler: 'Méthode',
      target: 'Taille demandée',
      counter: 'Compteur',
      id: 'ID court',
      ext: 'Extension',
    },
    folder: 'Dossier',
    folderHint:
      'Dans le dossier de téléchargement du navigateur. Les champs y sont permis ; les barres obliques créent des sous-dossiers. « Dossier d’origine » garde les dossiers de ce que vous avez déposé.',
    folderNone: 'Aucun',
    preview: 'Exemple',
    conflict: 'Si le fichier existe',
    conflicts: {
      number: 'Garder les deux',
      overwrite: 'Remplacer',
      skip: 'Ignorer',
      ask: 'Toujours demander',
    },
    conflictHint:
      'Ignorer n’écrit rien si le fichier de cette image est toujours là. Demander ouvre la boîte de dialogue du navigateur à chaque enregistrement.',
    format: 'Format',
    formats: { original: 'Original', png: 'PNG', jpeg: 'JPEG', webp: 'WebP' },
    formatHint:
      'Converti à l’enregistrement, en sRGB. L’image de l’historique ne change pas. JPEG n’a pas de transparence.',
    quality: 'Qualité',
    auto: 'Enregistrer automatiquement à la fin',
    autoHint: 'Chaque image une fois, sans boîte de dialogue.',
    note: 'Écrire la source dans le fichier',
    noteHint:
      'La page, la date, la méthode et la mention de l’agrandissement par IA, en métadonnées (XMP) que d’autres logiciels affichent. Quiconque a le fichier peut lire l’adresse de la page, jusqu’à son point d’interrogation.',
  },
  of: (page, choice) => `${page} : ${choice}`,
  menu: {
    style: 'Menu contextuel',
    styles: { sizes: '2K et 4K', sites: 'Par site', direct: 'Une entrée' },
    styleHint: 'L’entrée unique agrandit aussitôt, à la taille ci-dessus.',
    text: 'Votre propre texte',
    textHint:
      '« & » devant une lettre en fait la touche de l’entrée quand le menu est ouvert, comme U dans « &Upscale », si aucune autre entrée ne l’utilise ; pas sous macOS. « && » affiche « & ». Vide : le texte habituel.',
  },
  appearance: {
    title: 'Apparence',
    language: 'Langue',
    languageOfBrowser: 'Langue du navigateur',
    languageHint: 'Les noms de l’extension et de son raccourci suivent le navigateur.',
    theme: 'Couleurs',
    themes: { auto: 'Système', light: 'Clair', dark: 'Sombre' },
    toast: 'Afficher des messages dans la page',
    toastHint:
      'Un petit message dans le coin quand une image est ajoutée, est terminée ou attend votre décision.',
    notify: 'Notifier quand une image est terminée ou échoue',
    notifyHint:
      'Votre navigateur demande l’autorisation. Sans elle, seul le bouton de la barre d’outils vous prévient.',
  },
  consent: {
    title: 'Votre accord',
    given: (day) => `Donné le ${day}. Les images que vous choisissez vont au site de votre compte.`,
    missing: 'Pas donné. Aucune image n’est envoyée.',
    takeBack: 'Retirer',
    read: 'Lire et décider',
  },
  help: {
    title: 'Aide',
    welcome: 'Premiers pas',
    welcomeHint: 'Ce qui est envoyé et où, la connexion et un premier essai.',
    openWelcome: 'Revoir',
    diagnostics: 'Rapport d’erreur',
    noReport: 'Aucun rapport tant que l’historique est illisible.',
    diagnosticsHint:
      'Versions, paramètres, nombres, codes d’erreur et état de la connexion. Aucune adresse, aucun nom, rien qui identifie le compte.',
    copy: 'Copier le rapport',
    copied: 'Copié',
    show: 'Afficher le rapport',
    reset: 'Réinitialiser les paramètres',
    resetHint:
      'Rétablit les valeurs par défaut de cette page. L’historique, l’accès aux sites et votre accord restent.',
    resetNow: 'Réinitialiser',
    resetSure: 'Réinitialiser tous les paramètres',
  },
};
