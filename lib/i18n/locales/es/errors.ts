import type { Errors } from '../en/errors';

/** Spanish error sentences. */
export const errors: Errors = {
  'signed-out': 'Se cerró tu sesión en {site}. Inicia sesión y reintenta.',
  'confirmation-needed':
    '{site} pide que primero aceptes algo, por ejemplo, sus condiciones. Abre su página, responde allí y reintenta.',
  'no-credits': 'Tu cuenta de {site} no tiene suficientes créditos.',
  'membership-needed': (p) => `${p.target} requiere una suscripción a {site}.`,
  'daily-limit': 'Tu cuenta de {site} alcanzó el límite de hoy. Reintenta mañana.',
  busy: '{site} está saturado y no aceptó la solicitud. Reintenta más tarde.',
  'risk-control':
    'El control de riesgos de {site} rechazó la solicitud. Insistir lo empeoraría. La causa puede ser una VPN o la dirección de un centro de datos. Mira en el sitio de {site} qué te pide.',
  'account-restricted':
    '{site} restringió la generación de imágenes en tu cuenta. Solo el sitio de {site} puede decirte por qué.',
  'input-refused': 'El control de contenido de {site} rechazó esta imagen.',
  'output-refused': 'El control de contenido de {site} rechazó el resultado.',
  'content-refused': 'El control de contenido de {site} rechazó la solicitud.',
  'copyright-refused': '{site} rechazó esta imagen por derechos de autor.',
  outdated:
    '{site} cambió y ya no acepta esta versión de la extensión. Espera una actualización. Hasta entonces, usa el sitio de {site}.',
  'system-busy': '{site} respondió cada vez que estaba saturado. Reintenta más tarde.',
  'page-signature-missing':
    '{site} solo acepta este tipo de solicitud desde su propia página. Puedes continuar por esa página.',
  'page-unavailable':
    'No se pudo preparar la página de {site}, así que no se envió nada. Abre {site}, inicia sesión allí y reintenta.',
  'region-refused':
    '{site} no está disponible en tu región o red. La causa puede ser una VPN o la dirección de un centro de datos.',
  'generation-failed': '{site} no pudo ampliar esta imagen y no dio ningún motivo.',
  'upload-unreadable': '{site} no pudo leer la imagen que recibió.',
  'upload-refused': 'El almacenamiento de {site} rechazó la subida.',
  'upload-corrupted': 'La imagen se dañó de camino a {site}.',
  'host-not-allowed': '{site} indicó una dirección que no es segura. La extensión no la usó.',
  'result-deleted': 'El resultado se eliminó en {site} antes de descargarlo.',
  'result-expired': 'El enlace al resultado caducó. Reintentar solicita uno nuevo.',
  'result-missing': '{site} informó de un éxito, pero no entregó ninguna imagen.',
  'http-refused': '{site} rechazó la solicitud sin dar ningún motivo.',
  'server-error': '{site} tiene un problema en este momento. Reintenta más tarde.',
  'bad-response': 'No se pudo entender la respuesta de {site}.',
  network: 'Se perdió la conexión con {site}.',
  timeout: '{site} no respondió a tiempo.',
  'line-too-slow':
    'Tu conexión es demasiado lenta para esta imagen. Se intentó tres veces, cada una con más tiempo. Reintenta con una conexión más rápida o usa un archivo más pequeño.',
  'unknown-refusal': '{site} la rechazó por un motivo que la extensión no conoce.',
  'image-empty': 'El archivo de imagen está vacío.',
  'image-is-page':
    'El sitio envió una página web en lugar de la imagen. Quizá tengas que iniciar sesión allí.',
  'image-unknown-type': 'Este tipo de imagen no se puede ampliar. Usa JPEG, PNG o WebP.',
  'image-broken': 'El archivo de imagen está dañado o incompleto.',
  'image-too-small':
    'Esta imagen es demasiado pequeña para ampliarla. Quizá la página tenga una más grande.',
  'image-too-large': 'Esta imagen es demasiado grande para {site}. Elige un archivo más pequeño.',
  'image-too-many-pixels':
    'Esta imagen supera los 51 megapíxeles y requiere demasiada memoria. Redúcela y elige ese archivo.',
  'image-blank': 'La imagen está en blanco. Quizá la página no terminó de cargarla.',
  'image-heic':
    'Este navegador no puede leer imágenes HEIC. Abre la foto, guárdala como JPEG y elige ese archivo.',
  'image-jxl':
    'Este navegador no puede leer imágenes JPEG XL. Abre la imagen, guárdala como JPEG o PNG y elige ese archivo.',
  'image-tiff':
    'Un navegador no puede leer imágenes TIFF. Abre la imagen, guárdala como JPEG o PNG y elige ese archivo.',
  'image-psd':
    'Este es un archivo de Photoshop (PSD). Expórtalo como PNG o JPEG y elige ese archivo.',
  'image-pdf':
    'Este es un documento PDF. Guarda la imagen que contiene como JPEG o PNG y elige ese archivo.',
  'image-svg-unreadable': 'Este dibujo SVG no se puede convertir en imagen. Usa una versión PNG.',
  'image-result-too-large':
    'Esta imagen es tan larga que su versión ampliada sería demasiado grande para mostrarla. Recórtala en imágenes más cortas y elige esos archivos.',
  'image-too-many-parts':
    'Esta imagen es tan larga y estrecha que requeriría más de 32 pedidos. Recórtala en imágenes más cortas y elige esos archivos.',
  'source-not-found': (p) => `${p.host ?? 'El sitio'} ya no tiene esta imagen.`,
  'source-refused': (p) =>
    `${p.host ?? 'El sitio'} no deja que la extensión lea esta imagen. Guárdala desde la página y elige el archivo.`,
  'source-host-error': (p) => `${p.host ?? 'El sitio'} tiene un problema en este momento.`,
  'source-unreachable': (p) => `No se puede acceder a ${p.host ?? 'este sitio'}.`,
  'source-timeout': (p) => `${p.host ?? 'El sitio'} no envió la imagen a tiempo.`,
  'source-gone':
    'La página que tenía esta imagen está cerrada o cambió. Ábrela y vuelve a hacer clic en la imagen.',
  'source-hidden':
    'Esta imagen no está a la vista. Ve a su pestaña, desplázate hasta la imagen y reintenta allí.',
  'source-malformed': 'Los datos de la imagen en la página no se pueden leer.',
  'source-private':
    'La imagen está en este equipo o en tu propia red, pero la página no. Guarda tú la imagen y elige el archivo.',
  'source-unsupported':
    'Las extensiones no pueden leer imágenes de este tipo de página. Para archivos locales, activa «Permitir acceso a URL de archivo» en la configuración de la extensión o elige el archivo aquí.',
  'submit-unconfirmed': 'La solicitud se envió, pero {site} no respondió y no aparece en su lista.',
  'result-broken': 'El resultado no es una imagen válida.',
  'join-failed':
    'No se pudieron unir las partes ampliadas en una imagen. Se conservan. Reintentar vuelve a unirlas y no pide nada.',
  'save-failed': 'El navegador no pudo escribir el archivo. La imagen sigue aquí.',
  'storage-full':
    'El almacenamiento del navegador está lleno. Quita algunas imágenes de aquí y reintenta.',
  'input-lost':
    'La imagen original ya no está guardada. Abre su página y vuelve a hacer clic en ella.',
  'row-damaged':
    'Esta entrada se dañó en el almacenamiento del navegador y no puede continuar. Quítala y vuelve a hacer clic en la imagen.',
  internal: 'Algo falló en la extensión.',
};
