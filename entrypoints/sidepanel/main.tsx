import { signal } from '@preact/signals';
import { EVERYWHERE, requestAccess } from '@/lib/browser/access/permissions';
import { sendMessage } from '@/lib/browser/messages';
import { canReachPage, onPageChange } from '@/lib/browser/pages/panel';
import { mount } from '../shared/mount';

const allowEverywhere = signal<(() => void) | undefined>(undefined);
const putAway = () => {
  allowEverywhere.value = undefined;
};

async function pickIfReached(usual: () => void): Promise<void> {
  if (await canReachPage()) {
    putAway();
    usual();
  } else allowEverywhere.value = () => void requestAccess(EVERYWHERE).then(putAway);
}

await mount({
  // The panel is beside the page and stays open.
  makeWay() {},
  allowEverywhere,
  pickImage: (usual) => void pickIfReached(usual),
});

onPageChange(putAway);
// It may stay open for days: failures count as seen when the person comes back to it.
window.addEventListener('focus', () => void sendMessage('opened'));
