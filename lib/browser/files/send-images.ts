import type { Given, Intake, LeftOut } from '@/lib/intake/given';
import type { Target } from '@/lib/jimeng/model/tools';
import type { HandedIn } from '@/lib/jobs/store/handed-in';
import type { JobStore } from '@/lib/jobs/store/jobs';
import { sendMessage } from '../messages';

/** After so many files the background begins with them, while the others are still read. */
const BEGIN_AFTER = 10;
/** Before the second try of a message that did not arrive, ms: the background may be starting. */
const AGAIN_MS = 1_000;
/** Images of a batch are stored together up to these bytes: the list of all is written each time. */
const TOGETHER_BYTES = 16 * 1024 * 1024;

/** What was sent, apart from access, which the store does not know. */
type Sent = Omit<Intake, 'patterns'>;

/**
 * Passes images to the background through the store, because a message cannot carry them and the worker may die:
 * files one after the other, so that memory holds few; addresses and images of a batch that follow each other together.
 * @param onAdded called with how many were added so far
 * @throws JobError `storage-full`
 */
export async function sendImages(
  store: Pick<JobStore, 'handIn'>,
  offered: AsyncIterable<Given | LeftOut> | Iterable<Given | LeftOut>,
  target: Target,
  onAdded: (count: number) => void = () => {},
): Promise<Sent> {
  const sent: Sent = { added: 0, notImages: 0, notAddresses: 0, tooMany: 0, refused: [] };
  let together: { image: HandedIn; bytes?: Blob }[] = [];
  let togetherBytes = 0;

  const handIn = async (images: typeof together) => {
    if (images.length === 0) return;
    await store.handIn(images);
    sent.added += images.length;
    onAdded(sent.added);
  };
  const handInTogether = async () => {
    const images = together;
    together = [];
    togetherBytes = 0;
    await handIn(images);
  };

  try {
    for await (const each of offered) {
      switch (each.kind) {
        case 'file': {
          const { kind: _, bytes, ...file } = each;
          const image = { id: crypto.randomUUID(), ...file, target };
          if (each.batch) {
            together.push({ image, bytes });
            togetherBytes += bytes.size;
            if (togetherBytes >= TOGETHER_BYTES) await handInTogether();
            break;
          }
          await handInTogether();
          await handIn([{ image, bytes }]);
          if (sent.added % BEGIN_AFTER === 0) await tellBackground();
          break;
        }
        case 'address': {
          const { kind: _, url, ...address } = each;
          together.push({ image: { id: crypto.randomUUID(), ...address, target, address: url } });
          break;
        }
        default:
          note(sent, each);
      }
    }
    await handInTogether();
    return sent;
  } finally {
    // Also after a failure: the images that fitted need not wait for the next start of the worker.
    if (!(await tellBackground())) {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      await tellBackground();
    }
  }
}

/** The images are stored. A background that does not hear of them takes them in when it starts. @returns whether it did */
function tellBackground(): Promise<boolean> {
  return sendMessage('handedIn').then(
    () => true,
    () => false,
  );
}

function note(sent: Sent, left: LeftOut): void {
  if (left.kind === 'refused') {
    sent.refused.push({ archive: left.archive, fault: left.fault });
    return;
  }
  const counts = {
    'not-image': 'notImages',
    'not-address': 'notAddresses',
    'too-many': 'tooMany',
  } as const;
  sent[counts[left.why]] += left.count;
}
