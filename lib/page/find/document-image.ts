import type { Source } from './candidate';
import { documentElement, queryAll } from './dom';
import { imageUrl } from './urls';

/** The image of a tab that shows only an image file. */
export function documentImage(document: Document): Source[] {
  // Safe from DOM clobbering: such a document has no names from a page.
  if (!/^image\//i.test(document.contentType)) return [];
  const url = imageUrl(document.URL, document.URL);
  const root = documentElement(document);
  if (!url || !root) return [];
  const [image] = queryAll(document, 'img') as HTMLImageElement[];
  return [
    {
      how: 'document',
      element: image ?? root,
      url,
      width: image?.naturalWidth ?? 0,
      height: image?.naturalHeight ?? 0,
      originals: [],
    },
  ];
}
