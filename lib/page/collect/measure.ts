/** Most files that are measured at once. */
const MAX_AT_ONCE = 6;
/** A file that has not loaded by then has no size, ms. */
const LIMIT_MS = 15_000;

/** Finds the sizes of files that the page shows without telling them, such as backgrounds. They are in its cache. */
export class Measure {
  private readonly waiting: { file: string | Blob; onSize: (w: number, h: number) => void }[] = [];
  private readonly asked = new Set<string>();
  private readonly askedBytes = new WeakSet<Blob>();
  private running = 0;
  private isStopped = false;

  /** Measures an address, or bytes, once. @param onSize called if it is an image, px */
  ask(file: string | Blob, onSize: (width: number, height: number) => void): void {
    if (typeof file === 'string' ? this.asked.has(file) : this.askedBytes.has(file)) return;
    if (typeof file === 'string') this.asked.add(file);
    else this.askedBytes.add(file);
    this.waiting.push({ file, onSize });
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
      void sizeOf(one.file).then((size) => {
        this.running -= 1;
        if (size && !this.isStopped) one.onSize(size.width, size.height);
        this.next();
      });
    }
  }
}

/** Loads an image that is in no document. */
function sizeOf(file: string | Blob): Promise<{ width: number; height: number } | undefined> {
  return new Promise((resolve) => {
    const image = new Image();
    const url = typeof file === 'string' ? file : URL.createObjectURL(file);
    const timer = setTimeout(() => done(), LIMIT_MS);
    const done = (): void => {
      clearTimeout(timer);
      if (url !== file) URL.revokeObjectURL(url);
      const { naturalWidth: width, naturalHeight: height } = image;
      resolve(width > 0 && height > 0 ? { width, height } : undefined);
    };
    image.onload = done;
    image.onerror = done;
    image.src = url;
  });
}
