import type { Compare } from '../en/compare';
import { pluralIn } from '../plural';

const plural = pluralIn('es');

/** Spanish messages of the compare page. */
export const compare: Compare = {
  title: (name) => `${name}: antes y después`,
  stage: (name) => `Antes y después de ${name}`,
  before: 'Antes',
  after: 'Después',
  gone: 'Esta imagen ya no está en el historial.',
  noResult:
    'El resultado ya no está guardado aquí. Guardar lo descarga de nuevo si {site} aún lo tiene.',
  unreadable: 'Este navegador no puede mostrar el resultado. Aun así, puedes guardarlo.',
  noBefore: 'El original ya no está guardado aquí, así que solo se muestra el resultado.',
  goesOn: 'El resultado aparecerá aquí.',
  needsYou: 'Abre la ventana de la extensión para continuar.',
  divider: 'Divisor entre antes y después',
  dividerAt: (share) => `${share} antes`,
  view: {
    title: 'Vista',
    fit: 'Ajustar',
    actual: '1:1',
    zoomIn: 'Acercar',
    zoomOut: 'Alejar',
    zoom: (share) => `Zoom ${share}`,
    differences: 'Diferencias',
    pixels: 'Píxeles',
  },
  keys: {
    title: 'Teclado',
    hint: 'Funciona mientras la imagen tiene el foco. Desplázate o pellizca para hacer zoom, arrastra para mover.',
    divider: 'Mover el divisor',
    pan: 'Mover la imagen',
    zoom: 'Zoom',
    fit: 'Imagen completa',
    actual: 'Píxeles reales',
    swap: 'Solo antes, solo después, ambos',
    differences: 'Mostrar diferencias',
    pixels: 'Mostrar píxeles',
  },
  facts: {
    title: 'Datos',
    grown: 'Ampliación',
    times: (factor) => `${factor} veces más ancha`,
    asked: 'Tamaño pedido',
    upscaler: 'Método',
    credits: 'Costo',
    time: 'Duración',
    from: 'Encontrada en',
    image: 'Dirección de la imagen',
    changes: 'Cambios antes de subirla',
    converted: (format) => `convertida a ${format}`,
    'turned-upright': 'enderezada',
    colours: (name) => {
      if (name === '16 bit') return 'reducida de 16 a 8 bits por color';
      if (/PQ|HLG/.test(name)) return `HDR convertido a rango estándar (${name})`;
      return name ? `colores convertidos de ${name} a sRGB` : 'colores convertidos a sRGB';
    },
    transparency: {
      kept: 'transparencia restaurada después',
      shape: 'un solo color: ampliada por su forma',
      flattened: 'partes transparentes rellenas con un color',
    },
    'first-frame': 'solo el primer fotograma',
    'later-frame': 'solo un fotograma, el primero que no está en blanco',
    compressed: (format) => `comprimida (${format})`,
    shrunk: (size) => `reducida a ${size}`,
    rasterised: (size) => `dibujada a ${size}`,
  },
  check: {
    title: '¿Sigue siendo la misma imagen?',
    checking: 'Comparando…',
    faithful: 'Fiel. Reducida al tamaño del original, se ve igual.',
    differs: (share) =>
      `Difiere en el ${share} de la imagen. Revisa primero esas zonas, sobre todo textos y caras.`,
    unknown: 'No se pudieron comparar las imágenes.',
    score: (structure, colour) => `Estructura ${structure}, diferencia de color ${colour}`,
    scoreHint:
      'La estructura es el SSIM al tamaño del original. La diferencia de color es delta E; por debajo de 2 apenas se nota.',
    showWhere: 'Mostrar dónde',
  },
  again: {
    title: 'Ampliar de nuevo',
    hint: 'Elige otro tamaño o método. Este resultado se conserva.',
    costs: plural({
      one: 'Cerca de # crédito, como la última vez.',
      other: 'Unos # créditos, como la última vez.',
    }),
    free: 'Gratis la última vez.',
    costUnknown: 'Puede costar créditos de {site}.',
    impossible:
      'El archivo original ya no está guardado. Elígelo de nuevo en la ventana de la extensión.',
  },
  open: 'Abrir',
  honest: 'La IA añade detalles y puede inventarlos. {site} puede añadir una marca de agua.',
};
