import type { Outcome } from '@/components/picker/view';
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

export interface AddDeps {
  collectorOf(tabId: number): Pick<Collector, 'origin'> | undefined;
  handIn: JobStore['handIn'];
  /** Bytes of a `data:` address. */
  readDataAddress(address: string): Promise<Blob>;
  send(request: Data<'upscaleMany'>): Promise<{ added: number; joined: number }>;
  uuid(): string;
}

type Item = Data<'upscaleMany'>['pictures'][number];

/**
 * Has jobs created for pictures, in their order, with one message. What lives only in its page goes through the
 * store, as files do.
 * @throws what `handIn` and `send` throw
 */
export async function addPictures(
  pictures: readonly Picture[],
  target: Target,
  deps: AddDeps,
): Promise<Extract<Outcome, { kind: 'added' }>> {
  const items = new Array<Item | undefined>(pictures.length);
  let next = 0;
  async function work(): Promise<void> {
    for (let at = next++; at < pictures.length; at = next++) {
      const picture = pictures[at];
      if (picture) items[at] = await itemOf(picture, target, deps);
    }
  }
  await Promise.all(Array.from({ length: PARALLEL }, work));
  const known = items.filter((item) => item !== undefined);
  const { added, joined } =
    known.length > 0 ? await deps.send({ target, pictures: known }) : { added: 0, joined: 0 };
  return { kind: 'added', added, joined, unread: pictures.length - added - joined };
}

async function itemOf(
  { best, alt }: Picture,
  target: Target,
  { collectorOf, handIn, readDataAddress, uuid }: AddDeps,
): Promise<Item | undefined> {
  const found = await collectorOf(best.tabId)
    ?.origin(best.id)
    .catch(() => undefined);
  if (!found) return undefined;
  const name = nameFromUrl(best.url ?? '', alt || best.pageTitle);
  const hand = async (bytes: Blob): Promise<Item> => {
    const id = uuid();
    // The extension of a file name is cut off.
    await handIn({ id, name: `${name}.${bytes.type.replace(/^.*\/|\W.*$/g, '')}`, target }, bytes);
    return { kind: 'file', id };
  };
  if ('file' in found) return hand(found.file);
  const { origin } = found;
  if (/^data:/i.test(origin.url) && origin.url.length > MAX_DATA_ADDRESS) {
    const bytes = await readDataAddress(origin.url).catch(() => undefined);
    return bytes && hand(bytes);
  }
  return { kind: 'page', origin, name };
}
