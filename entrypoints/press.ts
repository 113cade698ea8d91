import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { rememberPresses } from '@/lib/page/find/last-press';

/** Runs in the isolated world of every frame of a site that the person has allowed (lib/browser/tabs/press-script.ts). */
export default defineUnlistedScript({
  // Firefox tells the clicked element.
  exclude: ['firefox'],
  main: () => rememberPresses(),
});
