import type { Keys } from '../en/keys';

/** Spanish messages about keyboard shortcuts. */
export const keys: Keys = {
  title: 'Atajos de teclado',
  hint: 'Ni Chrome ni Firefox usan por sí mismos las sugerencias. Otra extensión sí puede usarlas.',
  suggestion: (keys) => `Sugerencia: ${keys}`,
  use: (keys) => `Usar ${keys}`,
  refused: 'El navegador no aceptó estas teclas.',
  names: {
    _execute_action: 'Abrir la ventana de la extensión',
    'upscale-under-pointer': 'Ampliar la imagen bajo el puntero',
    'upscale-2k': 'Ampliar la imagen bajo el puntero a 2K',
    'upscale-4k': 'Ampliar la imagen bajo el puntero a 4K',
    'choose-several': 'Elegir varias imágenes de esta página',
    'show-results': 'Mostrar los resultados en esta página o volver a los originales',
    'open-list': 'Abrir la lista en una pestaña',
    'open-panel': 'Abrir el panel lateral',
    'compare-newest': 'Comparar el resultado más reciente',
    'save-newest': 'Guardar el resultado más reciente',
    'pause-all': 'Pausar o reanudar todo',
    'open-options': 'Abrir la configuración',
  },
  list: 'La lista en una pestaña',
  listHint: 'Todo lo que muestra la ventana de la extensión, también sin barra de herramientas.',
  openTab: 'Abrir en una pestaña',
};
