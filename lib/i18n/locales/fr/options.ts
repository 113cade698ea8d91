import type { Options } from '../en/options';
import { pluralIn } from '../plural';
import { connection } from './connection';
import { elsewhere } from './elsewhere';
import { keys } from './keys';
import { settings } from './settings';

const plural = pluralIn('fr');
const historyRows = plural({ one: '# image', other: '# images' });
const number = plural({ other: '#' });

/** French messages of the options page. */
export const options: Options = {
  ...settings,
  ...connection,
  elsewhere,
  keys,
  title: 'Paramètres',
  unofficial: 'Non officielle. Ni créée ni approuvée par Jimeng, Dreamina ou ByteDance.',
  upscaling: {
    title: 'Agrandissement',
    size: 'Taille',
    sizeHint:
      'Taille par défaut. Le menu contextuel vous laisse toujours choisir. 4K peut demander un abonnement {site}. {site} décide de la taille exacte en pixels.',
    upscaler: 'Méthode',
  },
  upscalers: {
    auto: {
      name: 'Automatique',
      text: 'Commence par la HD intelligente. Si {site} ne livre pas d’image plus grande, essaie les autres méthodes. Retient pendant une semaine ce qui a marché.',
    },
    'super-resolution': {
      name: 'Super-résolution',
      text: 'Uniquement cette méthode. Jimeng la termine rarement pour les images envoyées et peut rendre la même taille.',
    },
    'smart-hd': {
      name: 'HD intelligente',
      text: 'Invente des détails fins : le texte et les visages peuvent changer. Chez Jimeng, 2K coûtait 1 crédit au dernier relevé.',
    },
    'fast-hd': {
      name: 'HD rapide',
      text: 'Rapide, et gratuite chez Jimeng au dernier relevé. Ignore 2K et 4K et double à peu près l’image.',
    },
  },
  ways: {
    title: 'Menu et clavier',
    pointer: 'Proposer « Agrandir l’image à cet endroit » sur les pages, liens et vidéos',
    pointerHint:
      'Pour les arrière-plans, les dessins et les images recouvertes ou pas encore chargées : le navigateur n’y voit pas d’image. Il ne peut pas le savoir d’avance : l’entrée apparaît donc aussi là où il n’y a pas d’image.',
    noShortcut: 'Non défini',
    changeShortcuts: 'Modifier les raccourcis',
  },
  access: {
    title: 'Accès aux sites',
    why: 'La plupart des images ne demandent aucune autorisation : votre clic permet à l’extension de lire cette seule page. Mais beaucoup de pages gardent leurs images sur d’autres sites, et certains ne les servent qu’aux extensions que vous y avez autorisées. L’image attend alors et demande l’accès à ce seul site.',
    sites: 'Sites que vous avez autorisés',
    noSites: 'Aucun pour l’instant.',
    revoke: 'Révoquer',
    revokeSite: (site) => `Révoquer ${site}`,
    everywhere: 'Tous les sites',
    everywhereHint:
      'Plus aucune image n’a besoin de demander. Votre navigateur laisserait l’extension lire chaque site que vous visitez ; elle ne lit toujours que les images que vous choisissez.',
    permissions: {
      title: 'Autorisations',
      hint: 'Tout ce que votre navigateur permet à cette extension, et pourquoi.',
      show: 'Tout afficher',
      reasons: {
        activeTab: 'Lit la page où vous l’utilisez, après votre clic, et aucune autre.',
        scripting:
          'Trouve et lit l’image dans cette page. Sur les sites autorisés, retient aussi l’endroit de votre dernier clic droit.',
        contextMenus: 'Ajoute l’entrée au menu contextuel.',
        menus: 'Indique sur quelle partie de la page vous avez fait un clic droit.',
        storage: 'Conserve ces paramètres.',
        unlimitedStorage:
          'Empêche le navigateur de supprimer l’historique quand l’espace vient à manquer.',
        alarms: 'Poursuit une tâche quand la fenêtre de l’extension est fermée.',
        downloads: 'Enregistre les résultats et vérifie que chaque fichier a été écrit.',
        cookies:
          'Vérifie si vous êtes connecté à Jimeng ou à Dreamina. La connexion elle-même n’est jamais enregistrée.',
        declarativeNetRequestWithHostAccess:
          'Définit l’origine de ses propres demandes, exigée par {site} et par certains sites d’images.',
        offscreen: 'Convertit des images et crée des fichiers dans une page cachée.',
        sidePanel: 'Affiche l’historique à côté de la page.',
        notifications:
          'Vous prévient quand une image est prête. Utilisé seulement si vous l’activez.',
        'https://*/*':
          'Les sites de votre compte et les sites d’images : ceux que vous autorisez ici, et aucun autre.',
        'http://*/*': 'De même pour les sites non chiffrés.',
      },
    },
  },
  history: {
    title: 'Historique',
    why: 'Votre historique reste dans ce navigateur.',
    storage: 'Stockage',
    storageHint: (rows, size) =>
      size ? `${historyRows(rows)}, ${size} dans ce navigateur.` : `${historyRows(rows)}.`,
    keep: 'Conserver',
    keepHint:
      'Les entrées plus anciennes sont retirées automatiquement, avec leurs images. Les tâches en cours et les résultats non enregistrés restent.',
    keepRows: 'Nombre d’images conservées',
    keepDays: 'Durée de conservation des images',
    rows: (count) => (count === 0 ? 'Sans limite' : `Les ${number(count)} dernières`),
    days: (count) =>
      count === 0 ? 'Toujours' : count === 365 ? 'Un an' : `${number(count)} jours`,
    space: 'Place des résultats',
    spaceHint:
      'Au-delà, des résultats sont retirés, d’abord ceux enregistrés il y a le plus longtemps. L’entrée, sa vignette et son original restent.',
    spaceUsed: (results, sources) => `Les résultats occupent ${results}, les originaux ${sources}.`,
    keepSpace: 'Place que les résultats peuvent occuper',
    size: (size) => (size ? `Au plus ${size}` : 'Sans limite'),
    unsaved: 'Retirer aussi les résultats non enregistrés',
    unsavedHint: 'Des images terminées que vous n’avez pas enregistrées ont pu coûter des crédits.',
    file: 'Exporter et importer',
    fileHint:
      'Le fichier contient les noms, les adresses et titres des pages, les adresses des images et l’issue de chaque tâche. Il ne contient ni image, ni connexion, ni lien vers les résultats. Un import ne modifie pas les entrées existantes.',
    exportNow: 'Exporter',
    importNow: 'Importer',
    imported: (outcome) =>
      `Ajouts : ${historyRows(outcome.added)} ; déjà connues : ${number(outcome.known)} ; illisibles : ${number(outcome.skipped)}.`,
    importing: 'Importation',
    tooLarge: 'Ce fichier est trop grand pour être un historique exporté. Il n’a pas été lu.',
    importBroken: (added) =>
      `L’importation a été interrompue après l’ajout de ${historyRows(added)}. Importez à nouveau le fichier pour le reste.`,
    notImported: 'Ce fichier n’est pas un historique exporté.',
    clear: 'Effacer',
    clearHint:
      'Retire toutes les images qui ne sont plus en cours, avec leurs fichiers. Les tâches en cours restent.',
    clearNow: 'Effacer l’historique',
  },
  privacy: {
    title: 'Confidentialité',
    points: [
      {
        to: 'Au site de votre compte, Jimeng ou Dreamina (ByteDance)',
        text: 'L’image que vous choisissez, la taille et la méthode, par ce compte.',
      },
      {
        to: 'Au site de l’image',
        text: 'Une demande de l’image. Elle n’inclut vos cookies pour ce site que s’il refuse sans eux.',
      },
      {
        to: 'Reste dans ce navigateur',
        text: 'L’historique avec ses images et les adresses de leurs pages, jusqu’à ce que vous le retiriez. Ces paramètres aussi, sauf si vous les envoyez à la synchronisation de votre navigateur.',
      },
      {
        to: 'Jamais enregistré',
        text: 'Votre connexion. L’extension vérifie si vous êtes connecté et garde une empreinte, uniquement pour distinguer les comptes.',
      },
    ],
    nothingElse:
      'Rien d’autre ne quitte votre navigateur. Aucune mesure d’audience, aucun serveur à nous.',
  },
};
