import type { FramePicture } from '@/lib/browser/tabs/collected-frames';

/** A picture of tab 1, as a collector reports it; its size is unknown unless `changed` has it. */
export function framePicture(id: string, changed: Partial<FramePicture> = {}): FramePicture {
  return {
    id,
    place: Number(id.replace(/\D/g, '')) || 0,
    how: 'img',
    url: `https://gallery.example/${id}.jpg`,
    shownWidth: 200,
    shownHeight: 150,
    originals: [],
    tabId: 1,
    frameId: 0,
    frameUrl: 'https://gallery.example/',
    pageUrl: 'https://gallery.example/',
    pageTitle: 'Gallery',
    ...changed,
  };
}
