import { signal } from '@preact/signals';
import { chooseFilesInTab, focusFileChoice } from '@/lib/browser/pages/dialogs';
import { panelOpener } from '@/lib/browser/pages/panel';
import { mount } from '../shared/mount';

const openPanel = signal<(() => void) | undefined>(undefined);

// The popup covers the page, so it closes.
await mount({ makeWay: () => window.close(), openPanel });
chooseFilesInTab();
focusFileChoice();

const open = await panelOpener();
if (open) openPanel.value = () => void open().then(() => window.close());
