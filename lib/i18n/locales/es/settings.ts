import type { Settings } from '../en/settings';
import { pluralIn } from '../plural';

/** Spanish messages of the settings, except upscaling, access, history and privacy. */
export const settings: Settings = {
  saved: 'Guardado',
  notSaved: 'El navegador no guardó el último cambio. Inténtalo de nuevo en un minuto.',
  account: {
    title: 'Cuenta',
    'signed-in': 'Sesión iniciada.',
    credits: pluralIn('es')({
      one: 'Sesión iniciada, queda # crédito.',
      other: 'Sesión iniciada, quedan # créditos.',
    }),
    'signed-out': 'Sin sesión. Las imágenes esperan hasta que inicies sesión.',
    unknown: 'Comprobando…',
  },
  sites: {
    title: 'Sitios',
    why: 'Tu cuenta está en uno de estos sitios o en ambos. La extensión solo puede acceder a los sitios que permitas.',
    states: {
      all: 'El acceso está permitido.',
      some: 'Solo está permitida una parte del acceso. Algunas imágenes pueden esperar al resto.',
      none: 'El acceso no está permitido. Las imágenes para este sitio esperan.',
    },
    everywhere: 'El acceso está permitido porque «Todos los sitios» está activado.',
    allow: 'Permitir acceso',
    allowSite: (site) => `Permitir el acceso a ${site}`,
    remove: 'Quitar acceso',
    removeSite: (site) => `Quitar el acceso a ${site}`,
    hosts: 'Mostrar a qué puede acceder',
    use: 'Cuenta para imágenes nuevas',
    useHint: 'Automático usa el sitio en el que has iniciado sesión.',
    auto: 'Automático',
    page: {
      title: 'Enviar pedidos por la página de {site}',
      agreed:
        'Has aceptado. Puedes retirarlo aquí cuando quieras. Las imágenes para {site} esperarán entonces.',
      notAgreed: 'Las imágenes para {site} esperan hasta que aceptes.',
    },
  },
  tuning: {
    detail: 'Nivel de detalle',
    detailHint:
      'Cuánto detalle puede inventar HD inteligente. Un valor bajo se parece más al original.',
    background: 'Transparencia',
    backgroundHint:
      'Las imágenes de {site} son opacas. La extensión restaura la transparencia en el resultado o envía la imagen sobre un color.',
    backgrounds: { keep: 'Conservar', white: 'Blanco', colour: 'Color' },
    search: 'Buscar un original más grande',
    searchHint:
      'Una página suele mostrar una copia pequeña. La extensión busca el original de la misma imagen durante este tiempo como máximo.',
    searchSeconds: (seconds) => (seconds === 0 ? 'No' : `${seconds} s`),
    dayLimit: 'Límite diario',
    dayLimitHint: 'Máximo de créditos al día, para todas las imágenes. Vacío: sin límite.',
    parallel: 'A la vez',
    parallelHint:
      'Cuántas imágenes procesa {site} al mismo tiempo. Con tres, una cuenta sin suscripción quizá tenga que esperar.',
  },
  pageWay: {
    title: 'Enviar pedidos por la página de Jimeng',
    hint: 'Solo hace falta si Jimeng rechaza pedidos que no envió su propia página. Requiere una pestaña con Jimeng; la extensión la abre en segundo plano y la cierra cuando ya no se usa.',
  },
  saving: {
    title: 'Guardado',
    name: 'Nombre del archivo',
    nameHint: 'Texto y campos. La extensión del archivo depende de la imagen.',
    saved: 'Nombres de archivo guardados',
    savedHint: 'Pulsa uno para usarlo.',
    keepName: 'Conservar este nombre',
    removeName: (template) => `Quitar ${template}`,
    fields: 'Añadir un campo',
    fieldNames: {
      name: 'Nombre',
      host: 'Sitio',
      title: 'Título de la página',
      alt: 'Descripción de la imagen',
      batch: 'Lote',
      index: 'Número en el lote',
      folder: 'Carpeta original',
      date: 'Fecha',
      time: 'Hora',
      width: 'Ancho',
      height: 'Alto',
      scale: 'Factor',
      upscaler: 'Método',
      target: 'Tamaño pedido',
      counter: 'Contador',
      id: 'ID corto',
      ext: 'Extensión',
    },
    folder: 'Carpeta',
    folderHint:
      'Dentro de la carpeta de descargas del navegador. Los campos también valen aquí; las barras crean subcarpetas. «Carpeta original» conserva las carpetas de lo que soltaste.',
    folderNone: 'Ninguna',
    preview: 'Ejemplo',
    conflict: 'Si el archivo ya existe',
    conflicts: {
      number: 'Conservar ambos',
      overwrite: 'Reemplazar',
      skip: 'Omitir',
      ask: 'Preguntar siempre',
    },
    conflictHint:
      'Omitir no escribe nada si el archivo de esta imagen sigue ahí. Preguntar abre el diálogo del navegador cada vez que guardas.',
    format: 'Formato',
    formats: { original: 'Original', png: 'PNG', jpeg: 'JPEG', webp: 'WebP' },
    formatHint:
      'Se convierte al guardar, en sRGB. La imagen del historial no cambia. JPEG no tiene transparencia.',
    quality: 'Calidad',
    auto: 'Guardar automáticamente al terminar',
    autoHint: 'Cada imagen una vez, sin diálogo.',
    note: 'Escribir el origen en el archivo',
    noteHint:
      'La página, la fecha, el método y que la IA la amplió, como metadatos (XMP) que otros programas pueden mostrar. Quien tenga el archivo puede leer la dirección de la página hasta su signo de interrogación.',
  },
  of: (page, choice) => `${page}: ${choice}`,
  menu: {
    style: 'Menú contextual',
    styles: { sizes: '2K y 4K', sites: 'Por sitio', direct: 'Una opción' },
    styleHint: 'La opción única amplía al momento, al tamaño de arriba.',
    text: 'Tu propio texto',
    textHint:
      '«&» delante de una letra la convierte en la tecla de la opción con el menú abierto, como la U en «&Upscale», si ninguna otra opción la usa; no en macOS. «&&» muestra «&». Vacío: el texto habitual.',
  },
  appearance: {
    title: 'Apariencia',
    language: 'Idioma',
    languageOfBrowser: 'Idioma del navegador',
    languageHint: 'Los nombres de la extensión y de su atajo siguen al navegador.',
    theme: 'Colores',
    themes: { auto: 'Sistema', light: 'Claro', dark: 'Oscuro' },
    toast: 'Mostrar mensajes en la página',
    toastHint:
      'Un pequeño mensaje en la esquina cuando una imagen se añade, está lista o espera tu decisión.',
    notify: 'Notificar cuando una imagen esté lista o falle',
    notifyHint:
      'Tu navegador pide permiso. Sin él, solo te avisa el botón de la barra de herramientas.',
  },
  consent: {
    title: 'Tu consentimiento',
    given: (day) => `Dado el ${day}. Las imágenes que elijas van al sitio de tu cuenta.`,
    missing: 'No se ha dado. No se envía ninguna imagen.',
    takeBack: 'Retirar',
    read: 'Leer y decidir',
  },
  help: {
    title: 'Ayuda',
    welcome: 'Primeros pasos',
    welcomeHint: 'Qué se envía y adónde, cómo iniciar sesión y una primera prueba.',
    openWelcome: 'Mostrar de nuevo',
    diagnostics: 'Informe de errores',
    noReport: 'No hay informe mientras no se pueda leer el historial.',
    diagnosticsHint:
      'Versiones, configuración, cantidades, códigos de error y si has iniciado sesión. Sin direcciones, sin nombres y sin nada que identifique la cuenta.',
    copy: 'Copiar informe',
    copied: 'Copiado',
    show: 'Mostrar informe',
    reset: 'Restablecer la configuración',
    resetHint:
      'Restaura los valores predeterminados de esta página. El historial, el acceso a sitios y el consentimiento se conservan.',
    resetNow: 'Restablecer',
    resetSure: 'Restablecer toda la configuración',
  },
};
