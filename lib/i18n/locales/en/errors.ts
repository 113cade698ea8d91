import type { ErrorCode } from '@/lib/jobs/model/job';
import type { ErrorParams } from '../error-params';

/** A fixed sentence, or one that names a size or a host. */
export type ErrorSentence = string | ((params: ErrorParams) => string);

/** What happened and what helps. Pages load these only when a job has failed. */
export const errors: Record<ErrorCode, ErrorSentence> = {
  'signed-out': 'You were signed out of {site}. Sign in, then retry.',
  'confirmation-needed':
    '{site} asks you to agree to something first, such as its terms. Open its page, answer there, then retry.',
  'no-credits': 'Your {site} account does not have enough credits.',
  'membership-needed': (p) => `${p.target} needs a {site} membership.`,
  'daily-limit': 'Your {site} account has reached today’s limit. Retry tomorrow.',
  busy: '{site} is too busy and did not accept this. Retry in a while.',
  'risk-control':
    '{site}’s risk control refused this. Retrying would make it worse. A VPN or a data-centre address can be the reason. Check what its page asks you to do.',
  'account-restricted':
    '{site} has restricted your account from generating images. Only {site}’s site can tell you why.',
  'input-refused': '{site}’s content check refused this image.',
  'output-refused': '{site}’s content check refused the result.',
  'content-refused': '{site}’s content check refused this.',
  'copyright-refused': '{site} refused this image for copyright reasons.',
  outdated:
    '{site} has changed and no longer accepts this version of the extension. Wait for an update. Until then, use {site}’s site.',
  'system-busy': '{site} said it was busy each time it was asked. Retry in a while.',
  'page-signature-missing':
    '{site} takes this kind of request only from its own page. You can continue through that page.',
  'page-unavailable':
    '{site}’s page could not be made ready, so nothing was sent. Open {site}, sign in there, then retry.',
  'region-refused':
    '{site} is not available from your region or network. A VPN or a data-centre address can be the reason.',
  'generation-failed': '{site} could not upscale this image and gave no reason.',
  'upload-unreadable': '{site} could not read the image it received.',
  'upload-refused': '{site}’s storage refused the upload.',
  'upload-corrupted': 'The image was damaged on its way to {site}.',
  'host-not-allowed': '{site} named an address that is not safe to use, so the extension did not.',
  'result-deleted': 'The result was deleted on {site} before it could be downloaded.',
  'result-expired': 'The link to the result has expired. Retry asks for a new one.',
  'result-missing': '{site} reported success but delivered no image.',
  'http-refused': '{site} refused the request without giving a reason.',
  'server-error': '{site} has a problem at the moment. Retry in a while.',
  'bad-response': '{site}’s answer could not be understood.',
  network: 'The connection to {site} was lost.',
  timeout: '{site} did not answer in time.',
  'line-too-slow':
    'Your connection is too slow for this image. It was tried three times, each with more time. Retry on a faster connection or use a smaller file.',
  'unknown-refusal': '{site} refused this for a reason the extension does not know.',
  'image-empty': 'The image file is empty.',
  'image-is-page': 'The site sent a web page instead of the image. You may have to sign in there.',
  'image-unknown-type': 'This type of image cannot be upscaled. Use JPEG, PNG or WebP.',
  'image-broken': 'The image file is damaged or incomplete.',
  'image-too-small': 'This image is too small to upscale. The page may have a larger one.',
  'image-too-large': 'This image is too large for {site}. Choose a smaller file.',
  'image-too-many-pixels':
    'This image has more than 51 megapixels, which takes too much memory. Scale it down, then choose that file.',
  'image-blank': 'The image is blank. The page may not have finished loading it.',
  'image-heic':
    'HEIC images cannot be read by this browser. Open the photo, save it as JPEG, then choose that file.',
  'image-jxl':
    'JPEG XL images cannot be read by this browser. Open the image, save it as JPEG or PNG, then choose that file.',
  'image-tiff':
    'TIFF images cannot be read by a browser. Open the image, save it as JPEG or PNG, then choose that file.',
  'image-psd': 'This is a Photoshop file (PSD). Export it as PNG or JPEG, then choose that file.',
  'image-pdf':
    'This is a PDF document. Save the picture in it as JPEG or PNG, then choose that file.',
  'image-svg-unreadable': 'This SVG drawing cannot be converted to an image. Use a PNG version.',
  'image-result-too-large':
    'This image is so long that its upscaled version would be too large to show. Crop it into shorter images, then choose those files.',
  'image-too-many-parts':
    'This image is so long and narrow that it would take more than 32 orders. Crop it into shorter images, then choose those files.',
  'source-not-found': (p) => `${p.host ?? 'The site'} no longer has this image.`,
  'source-refused': (p) =>
    `${p.host ?? 'The site'} does not let the extension read this image. Save it from the page, then choose the file.`,
  'source-host-error': (p) => `${p.host ?? 'The site'} has a problem at the moment.`,
  'source-unreachable': (p) => `${p.host ?? 'The site'} cannot be reached.`,
  'source-timeout': (p) => `${p.host ?? 'The site'} did not send the image in time.`,
  'source-gone':
    'The page that held this image is closed or has changed. Open it and click the image again.',
  'source-hidden':
    'This image is not in view. Switch to its tab, scroll to the image, then retry there.',
  'source-malformed': 'The image data in the page cannot be read.',
  'source-private':
    'The image is on this computer or your own network, but the page is not. Save the image yourself, then choose the file.',
  'source-unsupported':
    'Extensions cannot read images from this kind of page. For local files, turn on “Allow access to file URLs” in the browser’s settings for this extension, or choose the file here.',
  'submit-unconfirmed': 'The request was sent, but {site} did not answer and does not list it.',
  'result-broken': 'The result is not a valid image.',
  'join-failed':
    'The upscaled parts could not be joined to one image. They are kept. Retry joins them again and orders nothing.',
  'save-failed': 'The browser could not write the file. The image is still here.',
  'storage-full': 'The browser’s storage is full. Remove some images here, then retry.',
  'input-lost': 'The original image is no longer stored. Open its page and click it again.',
  'row-damaged':
    'This entry was damaged in the browser’s storage and cannot continue. Remove it, then click the image again.',
  internal: 'Something went wrong in the extension.',
};

/** Shape of these messages in every language. */
export type Errors = typeof errors;
