import type { Connection } from '../en/connection';
import { pluralIn } from '../plural';

const plural = pluralIn('es');
const recorded = plural({ one: '# respuesta grabada', other: '# respuestas grabadas' });

/** Spanish messages of the connection check and of the versions. */
export const connection: Connection = {
  connection: {
    title: 'Conexión',
    lead: 'Si las imágenes fallan, comprueba primero aquí.',
    check: 'Todos los pasos hasta el pedido',
    checkHint:
      'Prueba todos los pasos gratuitos y sube una pequeña imagen dibujada. No cuesta nada y no pide nada.',
    start: 'Comprobar la conexión',
    again: 'Comprobar de nuevo',
    checking: 'Comprobando…',
    needsConsent:
      'Acepta en la primera página antes de comprobar. Hasta entonces no se envía nada.',
    allGood: 'Todos los pasos funcionan.',
    someBad: plural({ one: '# paso falló.', other: '# pasos fallaron.' }),
    steps: {
      cookie: {
        name: 'Cookie de sesión',
        good: 'Has iniciado sesión en {site} en este navegador.',
      },
      read: { name: 'Solicitud firmada', good: '{site} acepta la firma y la sesión.' },
      balance: { name: 'Créditos', good: '{site} indica cuántos créditos quedan.' },
      token: { name: 'Clave de subida', good: '{site} da una clave para las subidas.' },
      apply: { name: 'Lugar de subida', good: '{site} indica un servidor para la imagen.' },
      put: { name: 'Subida', good: 'El servidor recibió la imagen dibujada.' },
      commit: { name: 'Subida confirmada', good: '{site} confirma la imagen.' },
      'look-up': {
        name: 'Estado de la tarea',
        good: '{site} responde por una tarea que no existe.',
      },
      sent: { name: 'Cabeceras de la solicitud', good: 'Como en el sitio de {site}.' },
    },
    states: {
      waiting: 'Pendiente',
      running: 'En curso',
      good: 'Funciona',
      bad: 'Falló',
      skipped: 'Omitido',
    },
    problems: {
      'cookie-missing':
        'No hay sesión de {site} en este navegador. Inicia sesión en el sitio de {site}.',
      'no-access': 'Esta extensión no puede acceder a los sitios de {site}. Permítelo en «Sitios».',
      'needs-earlier': 'Omitido, porque falló un paso anterior.',
      stopped: 'Omitido, porque se detuvo la comprobación.',
      unexpected: '{site} dice que la tarea existe.',
      'rule-missing': 'La regla que define Origin y Referer no está activa. Reinicia el navegador.',
      'signed-out': '{site} no acepta la sesión. Inicia sesión de nuevo en su sitio.',
      'risk-control':
        'El control de riesgos de {site} rechazó la solicitud. La comprobación se detuvo. Abre {site} y espera un rato.',
      'account-restricted': '{site} restringió esta cuenta. La comprobación se detuvo.',
      'confirmation-needed': '{site} quiere que primero aceptes algo en su sitio.',
      outdated: '{site} ya no acepta estas versiones. Mira «Avanzado», abajo.',
      'system-busy': '{site} está saturado o no acepta la firma.',
      busy: 'Demasiadas solicitudes. Espera un minuto.',
      'region-refused':
        '{site} no está disponible en esta red. La causa puede ser una VPN o la dirección de un centro de datos.',
      'bad-response': 'La respuesta no tiene la forma esperada.',
      network: 'Sin conexión.',
      timeout: 'Sin respuesta a tiempo.',
      'line-too-slow': 'La subida fue demasiado lenta.',
      'server-error': 'El servidor de {site} tiene un error.',
      'host-not-allowed': '{site} indica un servidor al que esta extensión no puede acceder.',
      'upload-refused': 'Se rechazó la subida.',
      'http-refused': 'El servidor de {site} rechazó la solicitud.',
      'unknown-refusal': '{site} rechazó la solicitud con un código desconocido.',
      'upload-corrupted': 'El servidor recibió bytes distintos de los enviados.',
    },
    otherProblem: (code) => `Falló: ${code}.`,
    number: (code) => `Código ${code}.`,
    missing: (path) => `Falta: ${path}.`,
    sent: {
      set: (header) => `${header}: definida.`,
      notSet: (header) => `${header}: no definida.`,
      cookies: 'Cookies: enviadas y reconocidas.',
      noCookies: 'Cookies: no reconocidas.',
      unknownCookies: 'Cookies: no se sabe.',
      how: 'Una extensión no puede leer las cabeceras enviadas. Esto es lo que muestran sus reglas y las respuestas.',
    },
    test: 'Enviar una imagen de prueba',
    testHint: (cost) =>
      `Una ampliación real a 2K de la imagen pequeña de la página de bienvenida. ${cost}`,
    testCost: plural({
      one: 'Costaba # crédito según el último dato.',
      other: 'Costaba # créditos según el último dato.',
    }),
    testFree: 'No costaba nada según el último dato.',
    testCostUnknown: 'Aún no se sabe cuánto cuesta.',
    testNow: 'Enviar',
    testSent: 'En marcha. Está en el historial.',
    testNoRoom: 'El almacenamiento del navegador está lleno.',
    report: 'Informe de conexión',
    reportHint:
      'Versiones, nombres de servidores, códigos de error, tiempos y los nombres y tipos de los campos de las respuestas. Sin contenido: ni sesión, ni imagen, ni dirección de página, ni nombre.',
    copy: 'Copiar',
    copied: 'Copiado',
    notCopied: 'El navegador no pudo copiarlo. Guárdalo en su lugar.',
    ms: (count) => `${count} ms`,
    save: 'Guardar como archivo',
    record: 'Grabar los próximos 10 minutos',
    recordHint:
      'Añade al informe los nombres y tipos de los campos de todas las respuestas de {site}. Solo queda en la memoria, hasta que se cierre el navegador. El botón de la barra de herramientas muestra REC.',
    recorded: (count) => `${recorded(count)}.`,
    recordingUntil: (time, count) => `Activo hasta las ${time}. ${recorded(count)}.`,
  },
  advanced: {
    title: 'Avanzado',
    versions: 'Versiones',
    hint: 'Cómo se presenta la extensión ante {site}. Cámbialas solo si {site} rechaza solicitudes por obsoletas y alguien te indica valores más recientes.',
    show: 'Mostrar versiones',
    builtIn: (value, day) => `Incluida: ${value}, vista el ${day}.`,
    overridden: 'Cambiada',
    invalidNumber: 'Usa números con puntos, como 8.4.0. No se guardó.',
    invalidName: 'Usa letras, cifras, _ y comas. No se guardó.',
    reset: 'Usar las versiones incluidas',
    notes: {
      appvr: 'Todas las solicitudes',
      daVersion: 'Todas las solicitudes',
      webVersion: 'Todas las solicitudes',
      appSdkVersion: 'Todas las solicitudes',
      aigcFeatures: 'Todas las solicitudes',
      rootModel: 'Pedidos',
      draftMinVersion: 'Pedidos, borrador',
      componentMinVersion: 'Pedidos, componente',
      originalAppvr: 'Superresolución',
      originalDaVersion: 'Superresolución',
    },
  },
};
