import type { Common } from '../en/common';
import { pluralIn } from '../plural';
import { batch } from './batch';
import { intake } from './intake';
import { menu } from './menu';
import { parts } from './parts';
import { replace } from './replace';
import { sites } from './sites';
import { space } from './space';
import { tools } from './tools';
import { units } from './units';
import { zip } from './zip';

const plural = pluralIn('es');
const number = plural({ other: '#' });
const creditCount = plural({ one: '# crédito', other: '# créditos' });

/** Spanish. */
export const common: Common = {
  join: (first, second) => `${first} ${second}`,
  units,
  app: {
    title: 'Ampliar con Dreamina',
    credits: creditCount,
    openService: (credits) => `Saldo: ${credits}. Abrir {site}`,
    settings: 'Configuración',
    openPanel: 'Abrir en el panel lateral',
  },
  menu,
  intake,
  add: {
    invite: { drop: 'Suelta, pega', or: ' o ', choose: 'elige', what: ' imágenes' },
    dropNow: 'Suelta para ampliar',
    choose: 'Elegir imágenes',
    target: 'Ampliar a',
    membership: '4K puede requerir una suscripción a {site}.',
    cost: (credits, day) =>
      credits === 0
        ? `Gratis (último dato: ${day})`
        : `Cuesta unos ${creditCount(credits)} (último dato: ${day})`,
    pick: 'Elegir una imagen de esta página',
    several: 'Elegir varias imágenes de esta página',
    notImages: 'Eso no es una imagen. Suelta o pega un archivo de imagen.',
  },
  empty: {
    title: 'Clic derecho en cualquier imagen',
    text: 'Elige «Ampliar con Dreamina» y luego 2K o 4K. La imagen ampliada aparece aquí, lista para guardar.',
    pointer: { before: '¿No sale en el menú? Apunta a la imagen y pulsa ', after: '.' },
    pick: { before: 'O elígela en la página con ', after: ', arriba.' },
    privacy:
      'La imagen se envía a {site} (ByteDance) con tu propia cuenta. Nada más sale de tu navegador.',
  },
  notices: {
    allowAccess: 'Permitir acceso',
    reachTitle: 'No se puede acceder a esta página',
    reachText:
      'El panel lateral solo accede a una página en la que acabas de usar la extensión. Haz clic derecho en la imagen o pulsa primero el botón de la barra de herramientas en esa página.',
    unreadableTitle: 'El historial no se puede leer ahora',
    unreadableText:
      'El navegador no pudo abrir su almacenamiento. No se eliminó nada. Si no basta con intentarlo de nuevo, reinicia el navegador.',
    tryAgain: 'Intentar de nuevo',
    newerTitle: 'El historial es de una versión más reciente',
    newerText:
      'Lo escribió una versión más reciente de la extensión. No se cambió ni se eliminó nada. Actualiza la extensión para volver a verlo.',
    fullTitle: 'Almacenamiento lleno: no se añadió una imagen',
    fullText:
      'El navegador no pudo guardar la última imagen. Quita resultados que ya no necesites o libera espacio en disco y vuelve a hacer clic en la imagen.',
    fullElsewhere:
      'El navegador no pudo guardar la última imagen. Libera espacio en disco y vuelve a hacer clic en la imagen.',
    makeRoom: 'Elegir qué quitar',
    fullRead: 'Aceptar',
    signInTitle: 'Inicia sesión en {site}',
    signInText: 'Tu propia cuenta amplía las imágenes. Esta extensión nunca ve tu contraseña.',
    otherJars: {
      containers:
        'Inicia sesión en una pestaña normal. Una sesión dentro de un contenedor se usa para las imágenes de las pestañas de ese contenedor.',
      isolated: 'El aislamiento de origen oculta la sesión. Desactívalo primero.',
    },
    signInWaiting: plural({
      one: '# imagen espera y continuará automáticamente.',
      other: '# imágenes esperan y continuarán automáticamente.',
    }),
  },
  broken: {
    row: 'Error de la extensión: no se puede mostrar esta imagen.',
    title: 'No se puede mostrar esta página',
    text: 'Algo falló en la extensión. Tu historial y tus imágenes siguen aquí. Recarga la página. Si no basta, copia el informe y envíalo a los desarrolladores.',
    reload: 'Recargar',
    copy: 'Copiar informe',
    copied: 'Copiado',
    copyFailed: 'No se pudo copiar el informe',
  },
  history: {
    search: 'Buscar',
    sort: 'Ordenar',
    sorts: { newest: 'Recientes', oldest: 'Antiguas', name: 'Nombre', size: 'Grandes' },
    filter: 'Mostrar',
    filters: { all: 'Todas', running: 'En curso', done: 'Listas', needs: 'Por decidir' },
    select: 'Seleccionar',
    choose: (name) => `Seleccionar ${name}`,
    nothing: 'Ninguna imagen coincide.',
    reading: 'Cargando…',
    justDone: plural({ one: '# imagen lista', other: '# imágenes listas' }),
    removed: plural({ one: '# imagen quitada', other: '# imágenes quitadas' }),
    undo: 'Deshacer',
    joined: (target) => `Ya se está ampliando a ${target}`,
    showJoined: 'Mostrar',
    selection: {
      title: 'Imágenes seleccionadas',
      all: 'Todas',
      count: plural({ one: '# seleccionada', other: '# seleccionadas' }),
      end: 'Terminar selección',
      save: (count) => (count > 0 ? `Guardar ${number(count)}` : 'Guardar selección'),
      retry: (count) => (count > 0 ? `Reintentar ${number(count)}` : 'Reintentar selección'),
      remove: (count) => (count > 0 ? `Quitar ${number(count)}` : 'Quitar selección'),
      retryHint:
        'Solo reintenta las imágenes que no cuesta nada reintentar. Reintenta las demás una por una.',
      more: 'Más formas de guardar',
      zip: 'Guardar como ZIP',
      csv: 'Guardar lista (CSV)',
      json: 'Guardar lista (JSON)',
    },
    zip,
  },
  actions: {
    save: 'Guardar',
    saving: 'Guardando…',
    saved: 'Guardada',
    alreadyThere: 'Ya está',
    saveAgain: 'Guardar de nuevo',
    saveAs: 'Guardar como…',
    copy: 'Copiar imagen',
    copying: 'Copiando…',
    copied: 'Copiada',
    copyFailed: 'El navegador no pudo copiar la imagen. Guárdala en su lugar.',
    compare: 'Comparar',
    retry: 'Reintentar',
    haveCredits: 'Tengo créditos',
    retryMayCost: 'Reintentar (puede costar créditos)',
    pollAgain: 'Comprobar de nuevo',
    useAccount: 'Usar esta cuenta',
    useAccountMayCost: 'Usar esta cuenta (puede costar otra vez)',
    useAccountHint: 'Amplía la imagen con la cuenta en la que has iniciado sesión ahora.',
    cancel: 'Cancelar',
    remove: 'Quitar',
    openPage: 'Abrir página',
    more: 'Más',
    signIn: 'Iniciar sesión',
    readConsent: 'Leer y aceptar',
    allow: (host) => `Permitir ${host}`,
    allowEverywhere: 'Permitir en todos los sitios',
    use2k: 'Ampliar a 2K',
    useExisting: 'Usarlo',
    showOther: 'Mostrarla',
    upscale: 'Ampliar',
    upscaleAgain: 'Ampliar de nuevo',
    againWith: 'Ampliar de nuevo…',
    upscaleAnyway: 'Ampliar de todos modos',
    keepOriginal: 'Conservarla (gratis)',
    useShown: 'Usar la de la página',
    useScreen: 'Usar lo que se ve en pantalla',
    useScreenHint: 'No requiere permiso, pero solo es tan grande como se ve ahora.',
    openService: 'Abrir {site}',
    continueInPage: 'Continuar por la página de {site}',
    skipPage: 'Enviar sin esa página',
    checkConnection: 'Comprobar la conexión',
    chooseFile: 'Elegir un archivo',
  },
  pageConsent: {
    only: '{site} solo acepta pedidos desde su propia página.',
    sentence:
      'Si aceptas, la extensión abre la página de {site} en una pestaña en segundo plano, si no hay ninguna abierta, y deja que esa página envíe tus pedidos.',
    agree: 'Aceptar',
    decline: 'Ahora no',
  },
  job: {
    target: { '2k': '2K', '4k': '4K' },
    localFile: 'De tu dispositivo',
    unnamed: 'Imagen sin título',
    becomes: (from, to) => `${from} → ${to}`,
    credits: creditCount,
    left: (duration) => `quedan unos ${duration}`,
    retryIn: (duration) => `nuevo intento en ${duration}`,
    progress: (name) => `Progreso de ${name}`,
    thumbnail: (target) => `a ${target}`,
    serviceSaid: '{site} dice:',
    reference: (ret) => `código ${ret}`,
    switched: (now, before) => `Se cambió a ${now} porque ${before} no terminó en {site}.`,
    switchedForSize: (now, before) => `Se cambió a ${now} porque ${before} no amplió la imagen.`,
    sentSmaller: 'Se envió un archivo más pequeño porque {site} no terminó el más grande.',
    cancelled: 'Se canceló antes de empezar a ampliar. No se cobró nada.',
    cancelledLate: 'Se canceló después de empezar a ampliar. {site} aún puede terminar y cobrarte.',
    savedPlain: {
      format: 'Guardada en su formato original: no se pudo convertir.',
      note: 'Guardada sin su origen: en el archivo no cabe la nota.',
    },
    saveFailed: 'El navegador no pudo escribir el archivo. La imagen sigue aquí.',
    kept: 'original conservado, gratis',
    largerOriginal: ({ size, host, shown }) =>
      `Se usó el original más grande${size ? ` (${size})` : ''}${host ? ` de ${host}` : ''}${shown ? ` en lugar de la imagen de la página (${shown})` : ''}`,
    fromScreen: 'Capturada de la pantalla',
  },
  batch,
  replace,
  parts,
  sites,
  space,
  tools,
  stages: {
    preparing: 'Preparando',
    uploading: 'Subiendo',
    slot: 'Esperando turno',
    ordering: 'Enviando a {site}',
    checking: 'Comprobando si llegó',
    generating: 'Ampliando',
    collecting: 'Descargando el resultado',
    joining: 'Uniendo las partes',
    done: 'Lista',
    failed: 'Error',
    cancelled: 'Cancelada',
  },
  waiting: {
    'sign-in': 'No has iniciado sesión en {site}. Continuará cuando lo hagas.',
    consent: 'Aún no has aceptado enviar imágenes a {site}. Continuará cuando lo hagas.',
    'page-consent':
      'Este pedido pasa por la propia página de {site}. Continuará cuando lo aceptes.',
    otherAccount: (name, isKnown) => {
      if (name) {
        return `Inicia sesión en {site} como ${name}, la cuenta que envió esta imagen. Después continuará automáticamente.`;
      }
      return isKnown
        ? 'Otra cuenta de {site} envió esta imagen. Inicia sesión en esa cuenta y continuará automáticamente.'
        : 'La cuenta de {site} en la que has iniciado sesión no envió esta imagen. Inicia sesión en la que la envió y continuará automáticamente.';
    },
    network: 'No hay conexión con {site}. Continuará cuando vuelva la conexión.',
    permission: {
      before: 'Esta imagen está en ',
      after: '. Leerla requiere tu permiso.',
    },
    uploadHost: {
      before: '{site} pide enviar esta imagen a ',
      after: '. Hacerlo requiere tu permiso.',
    },
    resultHost: {
      before: '{site} guarda el resultado en ',
      after: '. Descargarlo requiere tu permiso. No se cobra nada más.',
    },
    serviceHost: { before: 'Para continuar hace falta tu permiso para ', after: '.' },
    cookies: {
      before: 'Esta imagen está en ',
      after:
        ', que no la envía a visitantes anónimos. Si lo permites, la solicitud incluye tus cookies de ese sitio, solo para esta imagen.',
    },
    duplicate: (target, twin) => {
      switch (twin) {
        case 'running':
          return `Esta imagen ya se está ampliando a ${target}.`;
        case 'unconfirmed':
          return `Es posible que ya hayas pagado por esta imagen en ${target}. Reintenta la anterior: primero busca el resultado.`;
        case 'gone':
          return `Tu resultado en ${target} ya no está guardado aquí. Ampliar la imagen de nuevo puede costar créditos.`;
        default:
          return `Ya ampliaste esta imagen a ${target}. ¿Usar ese resultado, gratis?`;
      }
    },
    alreadyLarge: (size, target) =>
      size === undefined
        ? `Esta imagen ya es tan grande como ${target}. Conservarla es gratis.`
        : `Esta imagen ya mide ${size}, tanto como ${target}. Conservarla es gratis.`,
    credits: (code, target, balance) => {
      if (code === 'daily-limit') {
        return 'Alcanzaste el límite de hoy en {site}. Continuará mañana.';
      }
      if (code === 'membership-needed') {
        return `${target} requiere una suscripción a {site}. No se cobró nada.`;
      }
      const left = balance === undefined ? '' : ` (saldo: ${number(balance)})`;
      return `No hay suficientes créditos de {site}${left}. Continuará cuando los haya.`;
    },
    coolDown: (code) =>
      code === 'risk-control' || code === 'account-restricted'
        ? 'El control de riesgos de {site} rechazó la solicitud. Todo está en pausa y continuará más tarde. Mira si el sitio de {site} te pide confirmar algo.'
        : '{site} está saturado y pidió una pausa. Continuará automáticamente. No se cobró nada.',
    dayLimit: (credits) =>
      `El próximo pedido podría superar tu límite de ${creditCount(credits)} al día. Continúa mañana o cuando cambies el límite en los ajustes.`,
    stillRunning: (polledAt) =>
      `Sigue en curso en {site}${polledAt ? `, última comprobación: ${polledAt}` : ''}. Continuará automáticamente. Comprobar de nuevo es gratis.`,
  },
  announce: {
    done: (name) => `${name} está lista.`,
    saved: (name) => `${name} está guardada.`,
    failed: (name, sentence) => `Error en ${name}. ${sentence}`,
    waiting: (name, sentence) => `${name} está en espera. ${sentence}`,
    stage: (name, stage) => `${name}: ${stage}`,
  },
  flaws: {
    black: 'El resultado es negro.',
    uniform: 'El resultado es de un solo color.',
    'transparency-lost': 'El original tiene partes transparentes; el resultado, no.',
    'wrong-shape':
      'El resultado no tiene la misma forma que el original. Puede estar recortado o estirado.',
    'not-larger': 'El resultado no es más grande que el original.',
    'short-of-target': (target) => `El resultado es más pequeño que ${target}.`,
  },
  charged: {
    no: 'No se cobró nada.',
    maybe: 'Es posible que se hayan cobrado créditos.',
  },
  refund: {
    yes: 'Se reembolsaron tus créditos.',
    no: 'No se reembolsaron tus créditos.',
    unknown: 'No se sabe si se reembolsaron tus créditos.',
  },
};
