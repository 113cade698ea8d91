import type { Source } from './candidate';
import { documentElement, queryAll } from './dom';
import { imageUrl } from './urls';

/** The picture of a tab that shows an image file and nothing else. */
export function documentImage(document: Document): Source[] {
  // Not clobberable: such a document holds no names of a page.
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
