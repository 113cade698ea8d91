import type { Keys } from '../en/keys';

/** French messages about keyboard shortcuts. */
export const keys: Keys = {
  title: 'Raccourcis clavier',
  hint: 'Ni Chrome ni Firefox n’utilisent les suggestions eux-mêmes. Une autre extension le peut.',
  suggestion: (keys) => `Suggestion : ${keys}`,
  use: (keys) => `Utiliser ${keys}`,
  refused: 'Le navigateur n’a pas accepté ces touches.',
  names: {
    _execute_action: 'Ouvrir la fenêtre de l’extension',
    'upscale-under-pointer': 'Agrandir l’image sous le pointeur',
    'upscale-2k': 'Agrandir l’image sous le pointeur en 2K',
    'upscale-4k': 'Agrandir l’image sous le pointeur en 4K',
    'choose-several': 'Choisir plusieurs images de cette page',
    'show-results': 'Afficher les résultats dans cette page, ou de nouveau les originaux',
    'open-list': 'Ouvrir la liste dans un onglet',
    'open-panel': 'Ouvrir le panneau latéral',
    'compare-newest': 'Comparer le résultat le plus récent',
    'save-newest': 'Enregistrer le résultat le plus récent',
    'pause-all': 'Tout mettre en pause ou reprendre',
    'open-options': 'Ouvrir les paramètres',
  },
  list: 'La liste dans un onglet',
  listHint: 'Tout ce que montre la fenêtre de l’extension, même sans barre d’outils.',
  openTab: 'Ouvrir dans un onglet',
};
