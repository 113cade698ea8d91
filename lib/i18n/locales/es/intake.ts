import type { IntakeMessages } from '../en/intake';
import { pluralIn } from '../plural';

const plural = pluralIn('es');

/** Spanish about what was dropped, pasted or chosen. */
export const intake: IntakeMessages = {
  chooseFolder: 'Elegir una carpeta',
  adding: 'Añadiendo imágenes…',
  added: plural({ one: '# imagen añadida.', other: '# imágenes añadidas.' }),
  waiting: plural({
    one: '# imagen espera a que la inicies.',
    other: '# imágenes esperan a que las inicies.',
  }),
  discard: 'Descartar',
  notImages: plural({
    one: '# archivo omitido: no es una imagen.',
    other: '# archivos omitidos: no son imágenes.',
  }),
  notAddresses: plural({
    one: '# línea omitida: no es una dirección web.',
    other: '# líneas omitidas: no son direcciones web.',
  }),
  tooMany: plural({
    one: '# omitida: son demasiadas a la vez.',
    other: '# omitidas: son demasiadas a la vez.',
  }),
  nothing: 'No hay ninguna imagen ni dirección web.',
  refused: {
    encrypted: (name) => `«${name}» está protegido con contraseña y se ha omitido.`,
    damaged: (name) => `«${name}» está dañado. Se ha omitido lo que no se pudo leer.`,
    'too-large': (name) => `«${name}» ocupa demasiado al descomprimirlo y se ha omitido.`,
    'too-many': (name) => `«${name}» contiene demasiados archivos y se ha omitido.`,
  },
  sites: plural({
    one: 'Antes hay que permitir el acceso a # sitio.',
    other: 'Antes hay que permitir el acceso a # sitios.',
  }),
};
