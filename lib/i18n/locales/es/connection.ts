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
        good: 'Has iniciado sesión en Jimeng en este navegador.',
      },
      read: { name: 'Solicitud firmada', good: 'Jimeng acepta la firma y la sesión.' },
      balance: { name: 'Créditos', good: 'Jimeng indica cuántos créditos quedan.' },
      token: { name: 'Clave de subida', good: 'Jimeng da una clave para las subidas.' },
      apply: { name: 'Lugar de subida', good: 'Jimeng indica un servidor para la imagen.' },
      put: { name: 'Subida', good: 'El servidor recibió la imagen dibujada.' },
      commit: { name: 'Subida confirmada', good: 'Jimeng confirma la imagen.' },
      'look-up': {
        name: 'Estado de la tarea',
        good: 'Jimeng responde por una tarea que no existe.',
      },
      sent: { name: 'Cabeceras de la solicitud', good: 'Como en el sitio de Jimeng.' },
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
        'No hay sesión de Jimeng en este navegador. Inicia sesión en el sitio de Jimeng.',
      'no-access':
        'Tu navegador bloquea el acceso de esta extensión a los sitios de Jimeng. Permítelo en «Acceso a sitios».',
      'needs-earlier': 'Omitido, porque falló un paso anterior.',
      stopped: 'Omitido, porque se detuvo la comprobación.',
      unexpected: 'Jimeng dice que la tarea existe.',
      'rule-missing': 'La regla que define Origin y Referer no está activa. Reinicia el navegador.',
      'signed-out': 'Jimeng no acepta la sesión. Inicia sesión de nuevo en su sitio.',
      'risk-control':
        'El control de riesgos de Jimeng rechazó la solicitud. La comprobación se detuvo. Abre Jimeng y espera un rato.',
      'account-restricted': 'Jimeng restringió esta cuenta. La comprobación se detuvo.',
      'confirmation-needed': 'Jimeng quiere que primero aceptes algo en su sitio.',
      outdated: 'Jimeng ya no acepta estas versiones. Mira «Avanzado», abajo.',
      'system-busy': 'Jimeng está saturado o no acepta la firma.',
      busy: 'Demasiadas solicitudes. Espera un minuto.',
      'region-refused': 'Jimeng no está disponible en esta red.',
      'bad-response': 'La respuesta no tiene la forma esperada.',
      network: 'Sin conexión.',
      timeout: 'Sin respuesta a tiempo.',
      'line-too-slow': 'La subida fue demasiado lenta.',
      'server-error': 'El servidor de Jimeng tiene un error.',
      'host-not-allowed': 'Jimeng indica un servidor al que esta extensión no puede acceder.',
      'upload-refused': 'Se rechazó la subida.',
      'http-refused': 'El servidor de Jimeng rechazó la solicitud.',
      'unknown-refusal': 'Jimeng rechazó la solicitud con un código desconocido.',
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
      'Añade al informe los nombres y tipos de los campos de todas las respuestas de Jimeng. Solo queda en la memoria, hasta que se cierre el navegador. El botón de la barra de herramientas muestra REC.',
    recorded: (count) => `${recorded(count)}.`,
    recordingUntil: (time, count) => `Activo hasta las ${time}. ${recorded(count)}.`,
  },
  advanced: {
    title: 'Avanzado',
    versions: 'Versiones',
    hint: 'Cómo se presenta la extensión ante Jimeng. Cámbialas solo si Jimeng rechaza solicitudes por obsoletas y alguien te indica valores más recientes.',
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
