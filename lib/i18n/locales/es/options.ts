import type { Options } from '../en/options';
import { pluralIn } from '../plural';
import { connection } from './connection';
import { elsewhere } from './elsewhere';
import { keys } from './keys';
import { settings } from './settings';

const plural = pluralIn('es');
const historyRows = plural({ one: '# imagen', other: '# imágenes' });
const number = plural({ other: '#' });

/** Spanish messages of the options page. */
export const options: Options = {
  ...settings,
  ...connection,
  elsewhere,
  keys,
  title: 'Configuración',
  unofficial: 'No oficial. Ni creada ni respaldada por Jimeng, Dreamina o ByteDance.',
  upscaling: {
    title: 'Ampliación',
    size: 'Tamaño',
    sizeHint:
      'Tamaño predeterminado. El menú contextual siempre te deja elegir. 4K puede requerir una suscripción a {site}. {site} decide el tamaño exacto en píxeles.',
    upscaler: 'Método',
  },
  upscalers: {
    auto: {
      name: 'Automático',
      text: 'Empieza con HD inteligente. Si {site} no entrega una imagen más grande, prueba los otros métodos. Recuerda durante una semana lo que funcionó.',
    },
    'super-resolution': {
      name: 'Superresolución',
      text: 'Solo este método. Jimeng rara vez lo termina con imágenes subidas y puede devolver el mismo tamaño.',
    },
    'smart-hd': {
      name: 'HD inteligente',
      text: 'Inventa detalles finos, así que los textos y las caras pueden cambiar. En Jimeng, 2K costaba 1 crédito según el último dato.',
    },
    'fast-hd': {
      name: 'HD rápido',
      text: 'Rápido, y gratis en Jimeng según el último dato. Ignora 2K y 4K y más o menos duplica la imagen.',
    },
  },
  ways: {
    title: 'Menú y teclado',
    pointer: 'Ofrecer «Ampliar la imagen de este lugar» en páginas, enlaces y videos',
    pointerHint:
      'Para fondos, dibujos e imágenes tapadas o aún sin cargar: ahí el navegador no ve ninguna imagen. No puede saberlo de antemano, así que la opción también aparece donde no hay imagen.',
    noShortcut: 'Sin definir',
    changeShortcuts: 'Cambiar atajos',
  },
  access: {
    title: 'Acceso a sitios',
    why: 'La mayoría de las imágenes no requieren permiso: tu clic deja que la extensión lea esa única página. Pero muchas páginas guardan sus imágenes en otros sitios, y algunos solo las entregan a extensiones que has permitido allí. La imagen espera entonces y pide acceso a ese único sitio.',
    sites: 'Sitios que has permitido',
    noSites: 'Ninguno todavía.',
    revoke: 'Revocar',
    revokeSite: (site) => `Revocar ${site}`,
    everywhere: 'Todos los sitios',
    everywhereHint:
      'Ninguna imagen tiene que pedir nada más. Tu navegador dejaría que la extensión leyera todos los sitios que visitas; sigue leyendo solo las imágenes que eliges.',
    permissions: {
      title: 'Permisos',
      hint: 'Todo lo que tu navegador permite a esta extensión, y por qué.',
      show: 'Mostrar todo',
      reasons: {
        activeTab: 'Lee la página en la que la usas, después de tu clic, y ninguna otra.',
        scripting:
          'Encuentra y lee la imagen en esa página. En los sitios permitidos recuerda también dónde hiciste el último clic derecho.',
        contextMenus: 'Añade la opción al menú contextual.',
        menus: 'Indica en qué parte de la página hiciste clic derecho.',
        storage: 'Guarda esta configuración.',
        unlimitedStorage: 'Evita que el navegador elimine el historial cuando queda poco espacio.',
        alarms: 'Continúa una tarea mientras la ventana de la extensión está cerrada.',
        downloads: 'Guarda los resultados y comprueba que cada archivo se escribió.',
        cookies:
          'Comprueba si has iniciado sesión en Jimeng o Dreamina. La sesión en sí nunca se guarda.',
        declarativeNetRequestWithHostAccess:
          'Define el origen de sus propias solicitudes, que {site} y algunos sitios de imágenes exigen.',
        offscreen: 'Convierte imágenes y crea archivos en una página oculta propia.',
        sidePanel: 'Muestra el historial junto a la página.',
        notifications: 'Te avisa cuando una imagen está lista. Solo se usa si lo activas.',
        'https://*/*':
          'Los sitios de tu cuenta y los sitios de imágenes: los que permites aquí y ningún otro.',
        'http://*/*': 'Lo mismo para sitios sin cifrar.',
      },
    },
  },
  history: {
    title: 'Historial',
    why: 'Tu historial se guarda solo en este navegador.',
    storage: 'Almacenamiento',
    storageHint: (rows, size) =>
      size ? `${historyRows(rows)}, ${size} en este navegador.` : `${historyRows(rows)}.`,
    keep: 'Conservar',
    keepHint:
      'Las entradas más antiguas se quitan automáticamente, con sus imágenes. Las tareas en curso y los resultados sin guardar se conservan.',
    keepRows: 'Cuántas imágenes se conservan',
    keepDays: 'Cuánto tiempo se conservan las imágenes',
    rows: (count) => (count === 0 ? 'Todas' : `Las últimas ${number(count)}`),
    days: (count) => (count === 0 ? 'Siempre' : count === 365 ? 'Un año' : `${number(count)} días`),
    space: 'Espacio para resultados',
    spaceHint:
      'Lo que pase de aquí se quita, primero los resultados guardados hace más tiempo. La entrada, su miniatura y su original se conservan.',
    spaceUsed: (results, sources) => `Los resultados ocupan ${results}, los originales ${sources}.`,
    keepSpace: 'Cuánto espacio pueden ocupar los resultados',
    size: (size) => (size ? `${size} como máximo` : 'Cualquier tamaño'),
    unsaved: 'Quitar también resultados sin guardar',
    unsavedHint: 'Las imágenes listas que no has guardado pueden haber costado créditos.',
    file: 'Exportar e importar',
    fileHint:
      'El archivo contiene nombres, direcciones y títulos de páginas, direcciones de imágenes y el resultado de cada tarea. No contiene imágenes, ni la sesión, ni enlaces a los resultados. Importar no cambia las entradas que ya tienes.',
    exportNow: 'Exportar',
    importNow: 'Importar',
    imported: (outcome) =>
      `Añadidas: ${historyRows(outcome.added)}; ya conocidas: ${number(outcome.known)}; ilegibles: ${number(outcome.skipped)}.`,
    importing: 'Importando',
    tooLarge: 'Este archivo es demasiado grande para ser un historial exportado. No se leyó.',
    importBroken: (added) =>
      `La importación se interrumpió tras añadir ${historyRows(added)}. Importa el archivo de nuevo para el resto.`,
    notImported: 'Este archivo no es un historial exportado.',
    clear: 'Borrar',
    clearHint:
      'Quita todas las imágenes que ya no están en curso, con sus archivos. Las tareas en curso se conservan.',
    clearNow: 'Borrar historial',
  },
  privacy: {
    title: 'Privacidad',
    points: [
      {
        to: 'Al sitio de tu cuenta, Jimeng o Dreamina (ByteDance)',
        text: 'La imagen que eliges, el tamaño y el método, con esa cuenta.',
      },
      {
        to: 'Al sitio de la imagen',
        text: 'Una solicitud de la imagen. Incluye tus cookies de ese sitio solo si el sitio la rechaza sin ellas.',
      },
      {
        to: 'Se queda en este navegador',
        text: 'El historial con sus imágenes y las direcciones de sus páginas, hasta que lo quites. También esta configuración, salvo que la envíes a la sincronización de tu navegador.',
      },
      {
        to: 'Nunca se guarda',
        text: 'Tu sesión. La extensión comprueba si has iniciado sesión y guarda una huella, solo para distinguir cuentas.',
      },
    ],
    nothingElse: 'Nada más sale de tu navegador. No hay analíticas ni servidores nuestros.',
  },
};
