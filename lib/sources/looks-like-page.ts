const HEAD_BYTES = 1024;
const PAGE_TYPE = /^(?:text\/html|application\/(?:xhtml\+xml|(?:[\w.-]+\+)?json)|text\/json)\b/i;
const PAGE_START = /^(?:<!doctype html|<html|<head|<body)[\s>]/i;

/**
 * Whether an answer is a page (login, error, hotlink notice) instead of an image. The declared type
 * alone proves nothing: hosts send images as `text/html` and pages as `image/jpeg`.
 */
export async function looksLikePage(blob: Blob): Promise<boolean> {
  const text = (await blob.slice(0, HEAD_BYTES).text()).replace(/^\ufeff/, '').trimStart();
  if (PAGE_START.test(text)) return true;
  return PAGE_TYPE.test(blob.type) && /^[<{["]/.test(text) && !/<svg[\s>]/i.test(text);
}
