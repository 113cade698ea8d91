import type { Job, Waiting } from '@/lib/jobs/model/job';
import type { PageOrigin } from '@/lib/sources/origin';

/** Facts of a tiny PNG that is sent as it is. */
export const SOURCE: NonNullable<Job['source']> = {
  type: 'png',
  width: 1,
  height: 1,
  bytes: 1,
  sha256: 'aa',
  changes: [],
  sentType: 'png',
  sentWidth: 1,
  sentHeight: 1,
  sentBytes: 1,
};

/** An image in the top frame of a gallery. */
export const PAGE_ORIGIN = {
  kind: 'page',
  url: 'https://cdn.example/a.jpg',
  rect: { x: 1, y: 2, width: 30, height: 40, devicePixelRatio: 1 },
  pageUrl: 'https://gallery.example/',
  pageTitle: 'Gallery',
  frameUrl: 'https://gallery.example/',
  tabId: 1,
  frameId: 0,
} satisfies PageOrigin;

/** Whether a row waits for this reason. */
export const waitsFor =
  (reason: Waiting['reason']) =>
  ({ waiting }: Job): boolean =>
    waiting?.reason === reason;
