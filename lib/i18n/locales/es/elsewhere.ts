import type { Elsewhere } from '../en/elsewhere';
import { pluralIn } from '../plural';

const plural = pluralIn('es');

/** Spanish messages about taking the settings to another browser. */
export const elsewhere: Elsewhere = {
  title: 'Tu configuración en otros sitios',
  why: 'Lleva a otro navegador lo que elegiste en esta y en las demás páginas de la extensión. Nunca imágenes, historial, consentimiento, permisos ni nada de una cuenta.',
  file: 'Con un archivo',
  fileHint: 'Ves lo que cambiaría un archivo antes de que cambie nada.',
  exportNow: 'Exportar configuración',
  importNow: 'Importar configuración',
  sync: 'Con la sincronización del navegador',
  syncHint:
    'Solo cuando pulsas un botón. Tu navegador lleva entonces lo enviado a tus otros dispositivos, si tiene activada su sincronización.',
  send: 'Enviar a la sincronización',
  fetch: 'Traer de la sincronización',
  lastSent: (day, version) => `Último envío: ${day}, con la versión ${version}.`,
  neverSent: 'Aún no se ha enviado nada.',
  tooLong: (names) =>
    `No se envió. Demasiado largo para la sincronización del navegador: ${names}. Acórtalo o usa un archivo. No se cambió nada.`,
  refused: (words) => `No se cambió nada, porque el navegador lo rechazó: ${words}`,
  mixed: (words) => `Solo se envió una parte. Envíalo de nuevo. El navegador dijo: ${words}`,
  said: {
    sent: 'Enviado.',
    full: 'No se envió: toda la configuración junta es demasiado larga para la sincronización del navegador. No se cambió nada.',
    'too-often':
      'No se envió: demasiados cambios en poco tiempo. Inténtalo de nuevo en unos minutos. No se cambió nada.',
    nothing: 'No hay configuración en la sincronización del navegador.',
    incomplete:
      'Aún no ha llegado toda la configuración de tu otro dispositivo. Inténtalo más tarde.',
    newer:
      'Una versión más reciente de la extensión escribió esta configuración. Actualiza primero la extensión.',
    'no-settings': 'Este archivo no es una configuración exportada.',
    'too-large-file':
      'Este archivo es demasiado grande para ser una configuración exportada. No se leyó.',
    applied: 'Se aplicó la configuración.',
    'put-back': 'La configuración anterior está de vuelta.',
    'not-stored': 'El navegador no guardó la configuración. No se cambió nada.',
  },
  preview: {
    title: 'Qué cambiaría',
    from: {
      file: (day, version) => `Archivo del ${day}, de la versión ${version}.`,
      sync: (day, version) => `Enviado el ${day}, con la versión ${version}.`,
    },
    changes: plural({ one: '# ajuste cambia', other: '# ajustes cambian' }),
    same: plural({ one: '# sigue igual', other: '# siguen igual' }),
    nothing: 'Ya tienes esta configuración.',
    damaged: (names) => `Dañado, no se aplica: ${names}.`,
    unknown: (names) => `Desconocido en esta versión, no se aplica: ${names}.`,
    shortens:
      'El historial conserva entonces menos. Las entradas antiguas se quitan para siempre y nada de aquí las recupera.',
    apply: 'Aplicar',
  },
  previous: {
    title: 'Configuración anterior',
    from: {
      file: (day) => `De antes de la importación del ${day}.`,
      sync: (day) => `De antes de traerla de la sincronización el ${day}.`,
      reset: (day) => `De antes de restablecerla el ${day}.`,
      'put-back': (day) => `De antes de recuperarla el ${day}.`,
    },
    putBack: 'Recuperar la configuración anterior',
  },
  values: {
    on: 'Sí',
    off: 'No',
    none: 'Ninguno',
    templates: plural({ one: '# plantilla', other: '# plantillas' }),
  },
};
