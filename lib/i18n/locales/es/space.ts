import type { Space } from '../en/space';

/** Spanish messages about results that were removed to save space. */
export const space: Space = {
  removed: 'El resultado a tamaño completo se quitó para ahorrar espacio.',
  missing: 'El resultado ya no está guardado aquí.',
  savedAnew: 'Guardar lo descarga de nuevo si {site} aún lo tiene.',
  upscaledAnew: 'Amplía la imagen de nuevo para recuperarlo.',
};
