import type { Picker } from '../en/picker';
import { pluralIn } from '../plural';

const plural = pluralIn('es');

/** Spanish messages of the picker. */
export const picker: Picker = {
  title: 'Elegir imágenes',
  grid: 'Imágenes de la página',
  hint: 'Haz clic en una imagen para marcarla. Mayús marca un intervalo y al arrastrar se marca todo lo que abarca el marco. Con el teclado: flechas, Espacio, Ctrl+A.',
  shown: (shown, all) => `${shown} de ${all}`,
  scroll: {
    start: 'Desplazar por mí',
    stop: 'Detener',
    hint: 'Va a la página y se desplaza hasta el final para que aparezcan aquí las imágenes que se cargan tarde.',
    ended: 'Se llegó al final',
  },
  tabs: {
    title: 'Pestañas',
    one: 'Esta pestaña',
    right: plural({ other: 'y # a la derecha' }),
  },
  ticks: {
    title: 'Marcar',
    all: 'Todas',
    none: 'Ninguna',
    invert: 'Invertir',
    start: 'Al abrir',
    starts: {
      none: 'ninguna marcada',
      all: 'todas marcadas',
    },
  },
  filters: {
    title: 'Filtros',
    width: 'Ancho',
    height: 'Alto',
    widthFrom: 'Ancho desde, píxeles',
    widthTo: 'Ancho hasta, píxeles',
    heightFrom: 'Alto desde, píxeles',
    heightTo: 'Alto hasta, píxeles',
    shape: 'Forma',
    shapes: {
      any: 'Cualquier forma',
      landscape: 'Horizontal',
      portrait: 'Vertical',
      square: 'Cuadrada',
    },
    type: 'Tipo de archivo',
    anyType: 'Cualquier tipo',
    host: 'Servidor',
    anyHost: 'Cualquier servidor',
    noHost: 'En la propia página',
    icons: 'Mostrar lo que parece un icono',
    selection: 'Solo en el texto seleccionado',
    ticked: 'Solo marcadas',
    reset: 'Restablecer filtros',
    more: (count) => (count ? `Más filtros (${count})` : 'Más filtros'),
    hidden: plural({ one: '# oculta por los filtros', other: '# ocultas por los filtros' }),
    showAll: 'Mostrar todas',
    sort: 'Ordenar',
    sorts: {
      page: 'Orden de la página',
      pixels: 'Más píxeles',
      bytes: 'Archivo más grande',
    },
  },
  tile: {
    unnamed: 'Imagen',
    noSize: 'Tamaño aún desconocido',
    original: (size) => `original ${size}`,
    originalWide: (px) => `original de ${px} px de ancho`,
    hasOriginal: 'original más grande',
    done: (target) => `Ya ampliada a ${target}`,
    gone: 'ya no está en la página',
    unreadable: 'no se puede leer',
  },
  start: {
    ticked: plural({ one: '# marcada', other: '# marcadas' }),
    hidden: plural({
      one: '# de ellas oculta por los filtros',
      other: '# de ellas ocultas por los filtros',
    }),
    untickHidden: 'Desmarcarlas',
    pending: plural({ other: '# más cuando se sepa su tamaño' }),
    large: plural({ one: '# ya grande', other: '# ya grandes' }),
    withLarge: 'Ampliar también las grandes',
    done: plural({ other: '# ya en tu historial, gratis' }),
    withDone: 'Ampliarlas de nuevo',
    cost: plural({ one: 'aprox. # crédito', other: 'aprox. # créditos' }),
    free: 'gratis, como la última vez',
    costUnknown: 'Coste aún desconocido: lo dirá la primera.',
    left: plural({ one: 'quedará #', other: 'quedarán #' }),
    short: 'No hay créditos para todas: el resto espera.',
    button: (count) => (count ? `Ampliar ${count}` : 'Ampliar'),
    busy: 'Leyendo las imágenes…',
    added: plural({ one: '# añadida', other: '# añadidas' }),
    unread: plural({ one: '# no se pudo leer', other: '# no se pudieron leer' }),
    failed: 'No se pudieron añadir las imágenes. No se cobró nada. Inténtalo de nuevo.',
    history: 'Ver el historial',
  },
  notices: {
    reach: plural({
      one: 'No se puede acceder a # pestaña',
      other: 'No se puede acceder a # pestañas',
    }),
    reachText:
      'La extensión solo puede leer una página en la que la acabas de usar o un sitio que has permitido. Las páginas del propio navegador nunca se pueden leer.',
    forbidden: plural({
      one: 'Esta página no se puede leer',
      other: '# páginas no se pueden leer',
    }),
    forbiddenText:
      'Los navegadores no dejan que las extensiones lean sus propias páginas, sus tiendas de extensiones ni las páginas de error. Abre el selector en otra página.',
    closed: plural({
      one: 'La pestaña se cerró. Las imágenes con dirección aún se pueden ampliar.',
      other: '# pestañas se cerraron. Las imágenes con dirección aún se pueden ampliar.',
    }),
    previews: plural({
      one: 'Ver miniaturas: permitir # servidor',
      other: 'Ver miniaturas: permitir # servidores',
    }),
    searching: 'Buscando imágenes…',
    none: 'Aún no se encontraron imágenes en esta página. Desplázala y aparecerán aquí.',
    filtered: 'Los filtros ocultan todas las imágenes.',
    full: 'La página tiene más imágenes de las que se pueden mostrar. Estas son las primeras.',
    replaced:
      'Otra ventana de selección se hizo cargo de esta pestaña. Recarga para continuar aquí.',
  },
};
