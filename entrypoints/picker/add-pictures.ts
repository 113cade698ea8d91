import type { Outcome, StartRequest } from '@/components/picker/view';
import type { Data } from '@/lib/browser/messages';
import type { Collector } from '@/lib/browser/tabs/collector';
import { nameFromUrl } from '@/lib/images/naming/name-from-url';
import type { Target } from '@/lib/jimeng/model/tools';
import type { JobStore } from '@/lib/jobs/store/jobs';
import type { Picture } from '@/lib/picker/picture';

/** Pictures whose pixels are fetched from pages at the same time. */
const PARALLEL = 6;
/** A longer `data:` address goes through the store, as a file: a message has a limit. */
const MAX_DATA_ADDRESS = 20_000;
/** Most characters of a name in a message. */
const MAX_NAME = 1_024;

export interface AddDeps {
  collectorOf(tabId: number): Pick<Collector, 'origin'> | undefined;
  handIn: JobStore['handIn'];
  /** Bytes of a `data:` address. */
  readDataAddress(address: string): Promise<Blob>;
  /** Id for the batch of a request. */
  batchId(request: StartRequest, target: Target): string;
  send(request: Data<'addBatch'>): Promise<void>;
  uuid(): string;
  /** Unix ms. */
  now(): number;
}

type Item = Data<'addBatch'>['pictures'][number];

/**
 * Has the rows of a batch created for pictures, in their order, with one message. What lives only in its page goes
 * through the store, as files do.
 * @param places place of each picture on the page, by its id, from 1
 * @throws what `handIn` and `send` throw
 */
export async function addPictures(
  request: StartRequest,
  target: Target,
  places: ReadonlyMap<string, number>,
  deps: AddDeps,
): Promise<Extract<Outcome, { kind: 'added' }>> {
  const { pictures, leftOut, budget } = request;
  const items = new Array<Item | undefined>(pictures.length);
  let next = 0;
  async function work(): Promise<void> {
    for (let at = next++; at < pictures.length; at = next++) {
      const picture = pictures[at];
      if (picture)
        items[at] = await itemOf(picture, places.get(picture.id) ?? at + 1, target, deps);
    }
  }
  await Promise.all(Array.from({ length: PARALLEL }, work));
  const known = items.filter((item) => item !== undefined);
  if (known.length > 0) {
    await deps.send({
      id: deps.batchId(request, target),
      name: (pictures[0]?.best.pageTitle ?? '').slice(0, MAX_NAME),
      target,
      leftOut,
      ...(budget !== undefined && { budget }),
      pictures: known,
    });
  }
  return { kind: 'added', added: known.length, unread: pictures.length - known.length };
}

async function itemOf(
  { best, alt }: Picture,
  index: number,
  target: Target,
  { collectorOf, handIn, readDataAddress, uuid, now }: AddDeps,
): Promise<Item | undefined> {
  const found = await collectorOf(best.tabId)
    ?.origin(best.id)
    .catch(() => undefined);
  if (!found) return undefined;
  const name = nameFromUrl(best.url ?? '', alt || best.pageTitle).slice(0, MAX_NAME);
  const hand = async (bytes: Blob): Promise<Item> => {
    const id = uuid();
    await handIn([{ image: { id, name, target, forBatchAt: now() }, bytes }]);
    return { kind: 'file', id, name, index };
  };
  if ('file' in found) return hand(found.file);
  const { origin } = found;
  if (/^data:/i.test(origin.url) && origin.url.length > MAX_DATA_ADDRESS) {
    const bytes = await readDataAddress(origin.url).catch(() => undefined);
    return bytes && hand(bytes);
  }
  return { kind: 'page', origin, name, index };
}
