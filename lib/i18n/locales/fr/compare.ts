import type { Compare } from '../en/compare';
import { pluralIn } from '../plural';

const plural = pluralIn('fr');

/** French messages of the compare page. */
export const compare: Compare = {
  title: (name) => `${name} : avant et après`,
  stage: (name) => `Avant et après de ${name}`,
  before: 'Avant',
  after: 'Après',
  gone: 'Cette image n’est plus dans l’historique.',
  noResult:
    'Le résultat n’est plus enregistré ici. Enregistrer le télécharge à nouveau si {site} l’a encore.',
  unreadable:
    'Ce navigateur ne peut pas afficher le résultat. Vous pouvez tout de même l’enregistrer.',
  noBefore: 'L’original n’est plus enregistré ici : seul le résultat est affiché.',
  goesOn: 'Le résultat apparaîtra ici.',
  needsYou: 'Ouvrez la fenêtre de l’extension pour continuer.',
  divider: 'Séparation entre avant et après',
  dividerAt: (share) => `${share} avant`,
  view: {
    title: 'Affichage',
    fit: 'Ajuster',
    actual: '1:1',
    zoomIn: 'Zoom avant',
    zoomOut: 'Zoom arrière',
    zoom: (share) => `Zoom ${share}`,
    differences: 'Différences',
    pixels: 'Pixels',
  },
  keys: {
    title: 'Clavier',
    hint: 'Actif quand l’image a le focus. Défilez ou pincez pour zoomer, faites glisser pour déplacer.',
    divider: 'Déplacer la séparation',
    pan: 'Déplacer l’image',
    zoom: 'Zoom',
    fit: 'Image entière',
    actual: 'Pixels réels',
    swap: 'Avant seul, après seul, les deux',
    differences: 'Montrer les différences',
    pixels: 'Montrer les pixels',
  },
  facts: {
    title: 'Détails',
    grown: 'Agrandissement',
    times: (factor) => `largeur multipliée par ${factor}`,
    asked: 'Taille demandée',
    upscaler: 'Méthode',
    credits: 'Coût',
    time: 'Durée',
    from: 'Trouvée sur',
    image: 'Adresse de l’image',
    changes: 'Modifié avant l’envoi',
    converted: (format) => `convertie en ${format}`,
    'turned-upright': 'redressée',
    colours: (name) => {
      if (name === '16 bit') return 'réduite de 16 à 8 bits par couleur';
      if (/PQ|HLG/.test(name)) return `HDR convertie en plage standard (${name})`;
      return name ? `couleurs converties de ${name} en sRGB` : 'couleurs converties en sRGB';
    },
    transparency: {
      kept: 'transparence rétablie ensuite',
      shape: 'une seule couleur : agrandie d’après sa forme',
      flattened: 'parties transparentes remplies d’une couleur',
    },
    'first-frame': 'première image de l’animation seulement',
    'later-frame': 'une seule image de l’animation, la première non vide',
    compressed: (format) => `compressée (${format})`,
    shrunk: (size) => `réduite à ${size}`,
    rasterised: (size) => `rendue en ${size}`,
  },
  check: {
    title: 'Est-ce toujours la même image ?',
    checking: 'Comparaison…',
    faithful: 'Fidèle. Réduite à la taille de l’original, elle est identique à l’œil.',
    differs: (share) =>
      `Diffère sur ${share} de l’image. Vérifiez d’abord ces endroits, surtout le texte et les visages.`,
    unknown: 'Les images n’ont pas pu être comparées.',
    score: (structure, colour) => `Structure ${structure}, écart de couleur ${colour}`,
    scoreHint:
      'La structure est le SSIM à la taille de l’original. L’écart de couleur est le delta E ; sous 2 environ, il se voit à peine.',
    showWhere: 'Montrer où',
  },
  again: {
    title: 'Agrandir à nouveau',
    hint: 'Choisissez une autre taille ou une autre méthode. Ce résultat reste.',
    costs: plural({
      one: 'Environ # crédit, comme la dernière fois.',
      other: 'Environ # crédits, comme la dernière fois.',
    }),
    free: 'Gratuit la dernière fois.',
    costUnknown: 'Cela peut coûter des crédits {site}.',
    impossible:
      'Le fichier d’origine n’est plus enregistré. Choisissez-le à nouveau dans la fenêtre de l’extension.',
  },
  open: 'Ouvrir',
  honest: 'L’IA ajoute des détails et peut les inventer. {site} peut ajouter un filigrane.',
};
