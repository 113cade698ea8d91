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
    lead: 'Haz clic derecho en una imagen, elige 2K o 4K y guarda la imagen ampliada cuando esté lista. Tu propia cuenta de Jimeng o Dreamina hace el trabajo.',
    sent: 'Qué sale de este equipo',
    points: [
      {
        title: 'La imagen que eliges',
        text: 'Va al sitio donde está tu cuenta: Jimeng o Dreamina, ambos servicios de ByteDance. Allí rigen las condiciones de ese sitio.',
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
    consent:
      'Acepto que las imágenes que elijo se envíen al sitio de mi cuenta, Jimeng o Dreamina (ByteDance), para ampliarlas.',
    agree: 'Aceptar y continuar',
    notYet: 'No se envía nada hasta que aceptes. Las imágenes en las que hagas clic esperan.',
    agreed: 'Has aceptado. Puedes retirarlo en la configuración.',
    unofficial: 'No oficial: ni creada ni respaldada por Jimeng, Dreamina o ByteDance.',
  },
  ready: {
    title: '¿Dónde está tu cuenta?',
    site: 'Sitio',
    other: 'Puedes añadir el otro sitio más tarde en la configuración.',
    access: (site) => `Acceso a ${site}`,
    accessAsk:
      'Tu navegador preguntará si esta extensión puede acceder a estos sitios, y a ningún otro.',
    refused: (site) =>
      `No se permitió el acceso. Sin él no se puede ampliar nada con ${site}. Puedes permitirlo ahora o más tarde.`,
    account: (site) => `Tu cuenta de ${site}`,
    signedIn: 'Has iniciado sesión.',
    signIn: (site) =>
      `Inicia sesión en el sitio de ${site} y vuelve. Esta página se actualiza automáticamente.`,
    checking: 'Comprobando…',
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
    cost: {
      jimeng:
        'Ampliar a 2K puede costar créditos de Jimeng. HD inteligente, con el que empieza Automático, costaba 1 crédito según el último dato.',
      dreamina: 'Ampliar a 2K puede costar créditos de Dreamina. Aún no se sabe cuántos.',
    },
    credits: (left) => `Tu saldo: ${left}.`,
    upscale: 'Ampliar esta imagen',
    started: 'En marcha. El botón de la barra de herramientas indica cuándo está lista.',
    noRoom:
      'El almacenamiento del navegador está lleno. Libera espacio en disco e inténtalo de nuevo.',
    openHistory: 'Abrir el historial',
    check: 'Comprobar la conexión',
    checkHint: 'Prueba todos los pasos gratuitos, sin ampliar nada.',
    needsConsent: 'Acepta en la primera página antes de probarlo.',
    needsSignIn: 'Permite el acceso e inicia sesión en la página anterior antes de probarlo.',
  },
};
