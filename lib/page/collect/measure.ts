/** Most files that are measured at once. */
const MAX_AT_ONCE = 6;
/** A file that has not loaded by then has no size, ms. */
const LIMIT_MS = 15_000;

/** Finds the sizes of files that the page shows without telling them, such as backgrounds. They are in its cache. */
export class Measure {
  private readonly waiting: { url: string; onSize: (width: number, height: number) => void }[] = [];
  private readonly asked = new Set<string>();
  private running = 0;
  private isStopped = false;

  /** Measures an address once. @param onSize called if it is an image, px */
  ask(url: string, onSize: (width: number, height: number) => void): void {
    if (this.asked.has(url)) return;
    this.asked.add(url);
    this.waiting.push({ url, onSize });
    this.next();
  }

  stop(): void {
    this.isStopped = true;
    this.waiting.length = 0;
  }

  private next(): void {
    while (this.running < MAX_AT_ONCE) {
      const one = this.waiting.shift();
      if (!one || this.isStopped) return;
      this.running += 1;
      void sizeOf(one.url).then((size) => {
        this.running -= 1;
        if (size && !this.isStopped) one.onSize(size.width, size.height);
        this.next();
      });
    }
  }
}

/** Loads an image that is in no document. */
function sizeOf(url: string): Promise<{ width: number; height: number } | undefined> {
  return new Promise((resolve) => {
    const image = new Image();
    const timer = setTimeout(() => resolve(undefined), LIMIT_MS);
    const done = (): void => {
      clearTimeout(timer);
      const { naturalWidth: width, naturalHeight: height } = image;
      resolve(width > 0 && height > 0 ? { width, height } : undefined);
    };
    image.onload = done;
    image.onerror = done;
    image.src = url;
  });
}
