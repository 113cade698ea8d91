import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PageCollector } from '@/lib/page/collect/collected';
import { COLLECTOR_VERSION, createPageCollector } from '@/lib/page/collect/collector';

/** Injected on demand into the isolated worlds of all frames that a picker may look into. */
export default defineUnlistedScript(() => {
  const world = globalThis as { upscaleCollector?: PageCollector };
  if (world.upscaleCollector?.version === COLLECTOR_VERSION) return;
  world.upscaleCollector = createPageCollector(() => {
    delete world.upscaleCollector;
  });
});
