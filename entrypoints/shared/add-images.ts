import { mayAccess } from '@/lib/browser/access/permissions';
import { sendImages } from '@/lib/browser/files/send-images';
import { storageFull } from '@/lib/browser/storage/storage-full';
import type { Given, Intake, LeftOut } from '@/lib/intake/given';
import { grouped } from '@/lib/intake/grouped';
import type { Offered } from '@/lib/intake/offered';
import { takeOffered } from '@/lib/intake/take-offered';
import type { Target } from '@/lib/jimeng/model/tools';
import { createAnnouncer } from '@/lib/jobs/model/watch';
import { openJobStore } from '@/lib/jobs/store/jobs';
import { isPrivateAddress } from '@/lib/sources/private-address';

/**
 * Adds what a person dropped, pasted or chose.
 * @param onAdded called with how many images were added so far
 * @returns undefined if the storage is full
 * @throws if the database cannot be opened
 */
export async function addImages(
  offered: Offered,
  target: Target,
  onAdded: (count: number) => void,
): Promise<Intake | undefined> {
  const patterns = new Set<string>();
  const images = grouped(notingPatterns(takeOffered(offered, loadUnpacking), patterns), {
    uuid: () => crypto.randomUUID(),
    now: Date.now,
  });
  const store = await openJobStore(createAnnouncer());
  try {
    const sent = await storageFull.noting(() => sendImages(store, images, target, onAdded));
    return sent && { ...sent, patterns: await closed([...patterns]) };
  } finally {
    store.close();
  }
}

async function loadUnpacking() {
  const { ArchiveError, unpack } = await import('@/lib/intake/archive');
  return {
    unpack,
    faultOf: (error: unknown) => (error instanceof ArchiveError ? error.fault : undefined),
  };
}

/** Passes images on, and notes the access that their addresses need. */
async function* notingPatterns(
  images: AsyncIterable<Given | LeftOut>,
  patterns: Set<string>,
): AsyncGenerator<Given | LeftOut> {
  for await (const each of images) {
    if (each.kind === 'address' && !isPrivateAddress(each.url)) {
      const { protocol, hostname } = new URL(each.url);
      patterns.add(`https://${hostname}/*`);
      // https is tried before http.
      if (protocol === 'http:') patterns.add(`http://${hostname}/*`);
    }
    yield each;
  }
}

/** The patterns without access. */
async function closed(patterns: string[]): Promise<string[]> {
  const open = await Promise.all(patterns.map(mayAccess));
  return patterns.filter((_, index) => !open[index]);
}
