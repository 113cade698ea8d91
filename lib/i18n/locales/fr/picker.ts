import type { Picker } from '../en/picker';
import { pluralIn } from '../plural';

const plural = pluralIn('fr');

/** French messages of the picker. */
export const picker: Picker = {
  title: 'Choisir des images',
  grid: 'Images de la page',
  hint: 'Un clic coche une image. Maj coche une plage, un cadre tracé à la souris coche tout ce qu’il contient. Au clavier : flèches, Espace, Ctrl+A.',
  shown: (shown, all) => `${shown} sur ${all}`,
  scroll: {
    start: 'Défiler pour moi',
    stop: 'Arrêter le défilement',
    hint: 'Va sur la page et défile jusqu’à la fin, pour que les images chargées tard apparaissent ici.',
    ended: 'Fin de la page atteinte',
  },
  tabs: {
    title: 'Onglets',
    one: 'Cet onglet',
    right: plural({ other: 'et # à droite' }),
  },
  ticks: {
    title: 'Cocher',
    all: 'Tout',
    none: 'Aucune',
    invert: 'Inverser',
    start: 'À l’ouverture',
    starts: {
      none: 'aucune cochée',
      all: 'toutes cochées',
    },
  },
  filters: {
    title: 'Filtres',
    width: 'Largeur',
    height: 'Hauteur',
    widthFrom: 'Largeur minimale, pixels',
    widthTo: 'Largeur maximale, pixels',
    heightFrom: 'Hauteur minimale, pixels',
    heightTo: 'Hauteur maximale, pixels',
    shape: 'Forme',
    shapes: {
      any: 'Toutes les formes',
      landscape: 'Paysage',
      portrait: 'Vertical',
      square: 'Carré',
    },
    type: 'Type de fichier',
    anyType: 'Tous les types',
    host: 'Hôte',
    anyHost: 'Tous les hôtes',
    noHost: 'Dans la page même',
    icons: 'Afficher ce qui ressemble à une icône',
    selection: 'Seulement dans le texte sélectionné',
    ticked: 'Seulement cochées',
    reset: 'Réinitialiser les filtres',
    more: (count) => (count ? `Plus de filtres (${count})` : 'Plus de filtres'),
    hidden: plural({ one: '# masquée par les filtres', other: '# masquées par les filtres' }),
    showAll: 'Tout afficher',
    sort: 'Trier',
    sorts: {
      page: 'Ordre de la page',
      pixels: 'Plus de pixels',
      bytes: 'Plus gros fichier',
    },
  },
  tile: {
    unnamed: 'Image',
    noSize: 'Taille encore inconnue',
    original: (size) => `original ${size}`,
    originalWide: (px) => `original de ${px} px de large`,
    hasOriginal: 'original plus grand',
    done: (target) => `Déjà agrandie en ${target}`,
    gone: 'plus sur la page',
    unreadable: 'illisible',
  },
  start: {
    ticked: plural({ one: '# cochée', other: '# cochées' }),
    hidden: plural({
      one: 'dont # masquée par les filtres',
      other: 'dont # masquées par les filtres',
    }),
    untickHidden: 'Les décocher',
    pending: plural({ other: '# de plus une fois la taille connue' }),
    large: plural({ one: '# déjà grande', other: '# déjà grandes' }),
    withLarge: 'Agrandir aussi les grandes',
    done: plural({ other: '# déjà dans votre historique, gratuit' }),
    withDone: 'Les agrandir de nouveau',
    cost: plural({ one: 'environ # crédit', other: 'environ # crédits' }),
    free: 'gratuit, comme la dernière fois',
    costUnknown: 'Coût encore inconnu : la première le dira.',
    left: plural({ other: 'il en restera #' }),
    short: 'Pas assez de crédits pour toutes : le reste attend.',
    button: (count) => (count ? `Agrandir ${count}` : 'Agrandir'),
    busy: 'Lecture des images…',
    added: plural({ one: '# ajoutée', other: '# ajoutées' }),
    unread: plural({ one: '# illisible', other: '# illisibles' }),
    failed: 'Les images n’ont pas pu être ajoutées. Rien n’a été débité. Réessayez.',
    history: 'Voir l’historique',
  },
  notices: {
    reach: plural({ one: '# onglet est inaccessible', other: '# onglets sont inaccessibles' }),
    reachText:
      'L’extension ne peut lire qu’une page où vous venez de l’utiliser, ou un site que vous avez autorisé. Les pages du navigateur lui-même ne sont jamais lisibles.',
    forbidden: plural({
      one: 'Cette page ne peut pas être lue',
      other: '# pages ne peuvent pas être lues',
    }),
    forbiddenText:
      'Les navigateurs ferment aux extensions leurs propres pages, leurs boutiques d’extensions et les pages d’erreur. Ouvrez la sélection sur une autre page.',
    closed: plural({
      one: 'L’onglet a été fermé. Les images qui ont une adresse peuvent encore être agrandies.',
      other:
        '# onglets ont été fermés. Les images qui ont une adresse peuvent encore être agrandies.',
    }),
    previews: plural({
      one: 'Voir les aperçus : autoriser # hôte',
      other: 'Voir les aperçus : autoriser # hôtes',
    }),
    searching: 'Recherche d’images…',
    none: 'Aucune image trouvée sur cette page pour l’instant. Faites-la défiler et elles apparaîtront ici.',
    filtered: 'Les filtres masquent toutes les images.',
    full: 'La page contient trop d’images pour les lister toutes. Voici les premières.',
    replaced: 'Une autre fenêtre de sélection a repris cet onglet. Rechargez pour continuer ici.',
  },
};
