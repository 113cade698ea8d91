import type { UploadAnswer, UploadRequest } from '@/lib/jimeng/upload/put';

/**
 * Posts bytes without cookies and watches their progress, which `fetch` cannot. Needs a document: Firefox's event page
 * has one, Chrome's service worker has not. The rules of service-headers.ts apply to it as to `fetch`.
 *
 * @throws DOMException `TimeoutError` if no byte moved for `stallMs` or no answer came in `answerMs` after the last,
 *   `AbortError`, `NetworkError`
 */
export function uploadByXhr(upload: UploadRequest): Promise<UploadAnswer> {
  const { url, headers, body, stallMs, answerMs, signal } = upload;
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = (name: string) => {
      settle();
      xhr.abort();
      reject(new DOMException('The upload has ended.', name));
    };
    const onAbort = () => stop('AbortError');
    const waitFor = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => stop('TimeoutError'), ms);
    };
    const moved = () => waitFor(stallMs);
    function settle(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      xhr.onload = xhr.onerror = xhr.onprogress = xhr.upload.onprogress = null;
    }
    xhr.onload = () => {
      settle();
      const retryAfter = xhr.getResponseHeader('retry-after') ?? undefined;
      resolve({ status: xhr.status, text: xhr.responseText, url: xhr.responseURL, retryAfter });
    };
    xhr.onerror = () => stop('NetworkError');
    // Before the request starts: a listener that comes later hears nothing in some browsers.
    // Firefox fires `load` of the upload with the answer, so the last byte shows in its progress.
    xhr.upload.onprogress = ({ loaded }) => waitFor(loaded < body.size ? stallMs : answerMs);
    xhr.onprogress = moved;
    if (signal?.aborted) return stop('AbortError');
    signal?.addEventListener('abort', onAbort, { once: true });
    xhr.open('POST', url);
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    moved();
    xhr.send(body);
  });
}
