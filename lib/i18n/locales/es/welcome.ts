import type { Welcome } from '../en/welcome';

/** Spanish words of the welcome page. */
export const welcome: Welcome = {
  title: 'Te damos la bienvenida',
  step: (now, of) => `Paso ${now} de ${of}`,
  steps: 'Pasos',
  back: 'Atrás',
  next: 'Siguiente',
  done: 'Listo',
  what: {
    title: 'Imágenes más grandes de cualquier página',
    lead: 'Haz clic derecho en una imagen, elige 2K o 4K y guarda la imagen ampliada cuando esté lista. Tu propia cuenta de Jimeng hace el trabajo.',
    sent: 'Qué sale de este equipo',
    points: [
      {
        title: 'La imagen que eliges',
        text: 'Va a Jimeng, un servicio de ByteDance, con tu cuenta. Allí rigen las condiciones de Jimeng.',
      },
      {
        title: 'Nada más',
        text: 'Ninguna otra imagen, ni el historial de navegación, ni analíticas. No tenemos ningún servidor.',
      },
      {
        title: 'Tu historial se queda aquí',
        text: 'Se guarda en este navegador hasta que lo quites. Esta extensión nunca ve tu contraseña.',
      },
    ],
    consent: 'Acepto que las imágenes que elijo se envíen a Jimeng (ByteDance) para ampliarlas.',
    agree: 'Aceptar y continuar',
    notYet: 'No se envía nada hasta que aceptes. Las imágenes en las que hagas clic esperan.',
    agreed: 'Has aceptado. Puedes retirarlo en la configuración.',
    unofficial: 'No oficial: ni creada ni respaldada por Jimeng, Dreamina o ByteDance.',
  },
  ready: {
    title: 'Iniciar sesión y fijar el botón',
    account: 'Tu cuenta de Jimeng',
    'signed-in': 'Has iniciado sesión.',
    'signed-out':
      'Inicia sesión en el sitio de Jimeng y vuelve. Esta página se actualiza automáticamente.',
    'no-access':
      'Tu navegador bloquea el acceso de esta extensión a los sitios de Jimeng. Permítelo primero.',
    unknown: 'Comprobando…',
    pin: 'El botón de la barra de herramientas',
    pinned: 'Está en tu barra de herramientas. Muestra el progreso y abre el historial.',
    unpinned:
      'Haz clic en la pieza de puzle de la barra de herramientas y luego en el alfiler junto a «Ampliar con Dreamina». El botón muestra el progreso y abre el historial.',
  },
  start: {
    title: 'Acceso a sitios y una primera prueba',
    access: '¿Puede la extensión leer imágenes de otros sitios?',
    ask: 'Preguntar en cada sitio',
    askHint:
      'La mayoría de las imágenes no requieren permiso. Si alguna lo requiere, pide acceso a ese único sitio.',
    everywhere: 'Permitir todos los sitios ahora',
    everywhereHint:
      'Ninguna imagen tiene que pedir nada. Tu navegador dejaría que la extensión leyera todos los sitios; sigue leyendo solo las imágenes que eliges. Puedes revocarlo en la configuración.',
    try: 'Probar',
    tryAlt: 'Un pequeño dibujo de una cabaña bajo la aurora boreal',
    trySize: (size) => `${size} píxeles, dibujada para esta página.`,
    cost: 'Ampliar a 2K puede costar créditos de Jimeng. HD inteligente, al que Automático puede cambiar, costaba 1 crédito según el último dato.',
    credits: (left) => `Tu saldo: ${left}.`,
    upscale: 'Ampliar esta imagen',
    started: 'En marcha. El botón de la barra de herramientas indica cuándo está lista.',
    noRoom:
      'El almacenamiento del navegador está lleno. Libera espacio en disco e inténtalo de nuevo.',
    openHistory: 'Abrir el historial',
    check: 'Comprobar la conexión',
    checkHint: 'Prueba todos los pasos gratuitos con Jimeng, sin ampliar nada.',
    needsConsent: 'Acepta en la primera página antes de probarlo.',
    needsSignIn: 'Inicia sesión en la página anterior antes de probarlo.',
  },
};
