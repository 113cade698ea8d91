import type { Space } from '../en/space';

/** French messages about results that were removed to save space. */
export const space: Space = {
  removed: 'Le résultat en taille réelle a été retiré pour gagner de la place.',
  missing: 'Le résultat n’est plus enregistré ici.',
  savedAnew: 'Enregistrer le télécharge à nouveau si {site} l’a encore.',
  upscaledAnew: 'Agrandissez à nouveau l’image pour le retrouver.',
};
