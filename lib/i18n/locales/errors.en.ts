import type { ErrorParams } from '@/lib/i18n/locales/error-params';
import type { ErrorCode } from '@/lib/jobs/model/job';

/** A fixed sentence, or one that mentions a size or a host. */
export type ErrorSentence = string | ((params: ErrorParams) => string);

/** What happened, and what helps. Few rows fail, so pages read these when one has. */
export const errorsEn: Record<ErrorCode, ErrorSentence> = {
  'signed-out': 'You were signed out of Jimeng. Sign in, then retry.',
  'confirmation-needed':
    'Jimeng wants you to accept something first, such as new terms. Do it on its site, then retry.',
  'no-credits': 'There are not enough credits on your Jimeng account.',
  'membership-needed': (p) => `${p.target} needs a membership on Jimeng.`,
  'daily-limit': 'Today’s limit of your Jimeng account is used up. Retry tomorrow.',
  busy: 'Jimeng has too much to do and did not accept this. Retry in a while.',
  'risk-control':
    'Jimeng’s risk control refused this. Trying again would make it worse: see what the official site asks of you.',
  'account-restricted':
    'Jimeng has restricted your account from making pictures. Only the official site can say why.',
  'input-refused': 'Jimeng’s content check refused this picture.',
  'output-refused': 'Jimeng’s content check refused the finished picture.',
  'content-refused': 'Jimeng’s content check refused this.',
  'copyright-refused': 'Jimeng refused this picture because of copyright.',
  outdated:
    'Jimeng has changed and no longer understands this version of the extension. An update will be needed; until then the official site works.',
  'region-refused': 'Jimeng is not available from your region or network.',
  'generation-failed': 'Jimeng could not upscale this picture and gave no reason.',
  'upload-unreadable': 'Jimeng could not read the picture it received.',
  'upload-refused': 'Jimeng’s storage refused the upload.',
  'upload-corrupted': 'The picture was damaged on its way to Jimeng.',
  'host-not-allowed':
    'Jimeng named a server that is not one of its own, so the picture was not sent there.',
  'result-deleted': 'The result was deleted on Jimeng before it could be fetched.',
  'result-expired': 'The link to the result has expired. Retry asks for a new one.',
  'result-missing': 'Jimeng reported success but delivered no picture.',
  'http-refused': 'Jimeng refused the request without giving a reason.',
  'server-error': 'Jimeng has a fault at the moment. Retry in a while.',
  'bad-response': 'Jimeng’s answer could not be understood.',
  network: 'The connection to Jimeng broke.',
  timeout: 'Jimeng did not answer in time.',
  'line-too-slow':
    'Your connection is too slow for this picture. It was tried three times, with more time each. Retry on a faster connection, or use a smaller file.',
  'unknown-refusal': 'Jimeng refused this for a reason the extension does not know.',
  'image-empty': 'The image file is empty.',
  'image-is-page': 'The site sent a web page instead of the image. You may have to sign in there.',
  'image-unknown-type': 'This is not a kind of image that can be upscaled. JPEG, PNG or WebP work.',
  'image-broken': 'The image file is damaged or incomplete.',
  'image-too-small': 'This image is too small to upscale. The page may have a larger one.',
  'image-too-large': 'This image is too large for Jimeng. Choose a smaller file.',
  'image-blank': 'The image is blank. The page may not have finished loading it.',
  'image-heic': 'HEIC pictures cannot be read here. Choose it as JPEG or PNG.',
  'image-svg-unreadable': 'This drawing (SVG) cannot be turned into a picture. Choose it as PNG.',
  'source-not-found': (p) => `${p.host ?? 'The site'} no longer has this image.`,
  'source-refused': (p) =>
    `${p.host ?? 'The site'} does not hand out this image. Save it from the page, then choose the file.`,
  'source-host-error': (p) => `${p.host ?? 'The site'} has a fault at the moment.`,
  'source-unreachable': (p) => `${p.host ?? 'The site'} cannot be reached.`,
  'source-timeout': (p) => `${p.host ?? 'The site'} did not send the image in time.`,
  'source-gone':
    'The page that held this image is closed or has changed. Open it and click the image again.',
  'source-hidden':
    'This image is not in view. Switch to its tab, scroll to the image, then retry there.',
  'source-malformed': 'The image is written into the page in a form that cannot be read.',
  'source-private':
    'The image is on this computer or in your own network, but the page is not. Save it from there, then choose the file.',
  'source-unsupported':
    'Extensions cannot read images from this kind of page. For local files, switch on “Allow access to file URLs” in the browser’s settings for this extension, or choose the file here.',
  'submit-unconfirmed': 'The order was sent, but no answer came and Jimeng does not list it.',
  'result-broken': 'What came back is not a proper picture.',
  'save-failed': 'The browser could not write the file. The picture is still here.',
  'storage-full':
    'There is no room left in the browser’s storage. Remove some pictures here, then retry.',
  'input-lost': 'The original picture is no longer stored. Open its page and click it again.',
  'row-damaged':
    'This entry was damaged in the browser’s storage and cannot go on. Remove it, and click the image again.',
  internal: 'Something went wrong in the extension itself.',
};
