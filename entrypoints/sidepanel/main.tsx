import { signal } from '@preact/signals';
import { EVERYWHERE, requestAccess } from '@/lib/browser/access/permissions';
import { sendMessage } from '@/lib/browser/messages';
import { canReachPage, onPageChange } from '@/lib/browser/pages/panel';
import { mount } from '../shared/mount';

const allowEverywhere = signal<(() => void) | undefined>(undefined);
const hideNotice = () => {
  allowEverywhere.value = undefined;
};

async function pickIfReached(usual: () => void): Promise<void> {
  if (await canReachPage()) {
    hideNotice();
    usual();
  } else allowEverywhere.value = () => void requestAccess(EVERYWHERE).then(hideNotice);
}

await mount({
  // The panel covers nothing.
  uncoverPage() {},
  allowEverywhere,
  pickImage: (usual) => void pickIfReached(usual),
});

onPageChange(hideNotice);
// It may stay open for days. Failures count as seen when the person comes back to it.
window.addEventListener('focus', () => void sendMessage('opened'));
