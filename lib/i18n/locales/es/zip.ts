import type { Zip } from '../en/zip';
import { pluralIn } from '../plural';

const plural = pluralIn('es');
const number = plural({ other: '#' });

/** Spanish about the ZIP. */
export const zip: Zip = {
  packing: (done, all) => `Creando el ZIP: ${number(done)} de ${number(all)}`,
  stop: 'Detener',
  saving: 'Guardando el ZIP…',
  saved: plural({ one: '# imagen está en el ZIP.', other: '# imágenes están en el ZIP.' }),
  partly: (packed, all) =>
    `${number(packed)} de ${number(all)} están en el ZIP. Ya no se pueden leer:`,
  close: 'Cerrar',
  oneAtATime: 'Solo un ZIP a la vez. Guarda el siguiente cuando este esté listo.',
  failures: {
    'storage-full': 'El disco está lleno. El ZIP no se guardó.',
    'nothing-left': 'Ninguna de estas imágenes se puede leer ya. No hay ZIP.',
    interrupted:
      'El navegador detuvo la extensión varias veces. El ZIP no se guardó; prueba con menos imágenes.',
    'save-failed': 'El navegador no pudo guardar el ZIP.',
  },
};
