import { documentImage } from '../find/document-image';
import {
  attribute,
  isConnected,
  isHtml,
  type OpenShadow,
  queryAll,
  type Root,
  visibilityState,
} from '../find/dom';
import { mayHost } from '../find/top-layer';
import { randomUuid } from '../find/uuid';
import { Bytes, needsBytes } from './bytes';
import { Canvases } from './canvases';
import { type CollectAnswer, type CollectRequest, MAX_ANSWERED, MAX_TOLD } from './collected';
import { Keeper } from './keeper';
import { Ledger, type Picture, toCollected } from './ledger';
import { Measure } from './measure';
import { PageOrder } from './page-order';
import { isBroken, nextAddress, type Reading, readPictures } from './reading';
import { Scroller, type ScrollPace } from './scroller';
import { selectedNow } from './selection';
import { framePath } from './spots';
import { Watch } from './watch';
import { Work } from './work';

/** How long the page's thread is used at a time, ms, and how long it is left alone in between. */
const TURN_MS = 8;
const PAUSE_MS = 24;
/** Nobody sees a hidden page stand still, and its timers run once a second, ms. */
const HIDDEN_TURN_MS = 40;
/** What no event tells is found by reading everything again: not before, ms, and for this share of the time. */
const RESCAN_MS = 3_000;
const RESCAN_SHARE = 0.05;

/** Most images that are read outside a turn. */
const MAX_AT_ONCE = 100;
const SHORT_LIVED = 'img[src^="blob:" i]';

/** What one picker collects of one document. */
export class Session {
  readonly keeper = new Keeper();
  readonly scroller: Scroller;
  readonly ledger: Ledger;
  private readonly work = new Work();
  private readonly measure = new Measure();
  private readonly canvases = new Canvases();
  private readonly bytes: Bytes;
  private readonly order: PageOrder;
  private readonly document = randomUuid();
  private readonly watch = new Watch({
    onChanged: (element) =>
      this.later(() => {
        if (!this.visitShortLived(element)) this.work.add(element);
      }),
    onCame: (element) =>
      this.later(() => {
        for (const image of shortLivedIn(element)) this.visitShortLived(image);
        this.work.add(element);
        this.work.addTree(element);
      }),
    onLeft: () => this.later(() => (this.hasLeft = true)),
    onFlood: () => (this.isDirty = true),
  });
  private hasLeft = false;
  /** Short-lived images that were read at once since the last turn. */
  private atOnce = 0;
  /** Something has happened since everything was read. */
  private isDirty = false;
  /** When everything was read last, and how long that took, ms. */
  private readAt = 0;
  private readMs = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly id: string,
    private readonly openShadow: OpenShadow,
    pace?: ScrollPace,
  ) {
    this.scroller = new Scroller(() => this.ledger.isFull, pace);
    const isSelected = selectedNow(document, openShadow);
    this.ledger = new Ledger(isSelected, ({ captureKey }) => this.keeper.release(captureKey));
    this.bytes = new Bytes(this.ledger, this.keeper, this.canvases);
    this.order = new PageOrder(this.ledger);
    const [own] = documentImage(document);
    if (own) this.noteDocument(own.element, own.url ?? '');
    else this.follow(document);
    this.run();
  }

  /** Works a little, and tells what has changed. */
  update({ known, roomBytes }: CollectRequest): CollectAnswer {
    const since = known[this.document] ?? 0;
    this.keeper.max = this.keeper.bytes + roomBytes;
    this.watch.flush();
    this.checkSizes();
    this.checkCanvas();
    this.rescan();
    const turnMs = visibilityState(document) === 'hidden' ? HIDDEN_TURN_MS : TURN_MS;
    this.turn(turnMs);
    const order = this.order.read(this.watch.all, this.work.isEmpty, turnMs);
    const changed = this.ledger.changedSince(since);
    const told = changed.slice(0, MAX_ANSWERED);
    for (const picture of told) picture.isTold = true;
    const hasMore = told.length < changed.length;
    const path = framePath();
    return {
      document: this.document,
      rev: hasMore ? (told.at(-1)?.rev ?? since) : this.ledger.rev,
      pictures: told.map(toCollected),
      dropped: this.ledger.droppedSince(since),
      joined: this.ledger.joinedSince(since),
      ...(order.rev > since && { order: order.ids, hiddenFrames: order.hidden }),
      ...(path && { path }),
      url: location.href.slice(0, MAX_TOLD),
      keptBytes: this.keeper.bytes,
      isBusy: hasMore || !this.work.isEmpty || this.order.isBusy,
      ...this.scroller.state,
      ...(this.ledger.isFull && { isFull: true as const }),
    };
  }

  /** Keeps the present pixels of a picture. @returns its key */
  async capture(picture: Picture): Promise<string | undefined> {
    if (picture.captureKey) return picture.captureKey;
    const [element] = picture.nodes.keys();
    if (element && picture.best.url === undefined) await this.bytes.take(picture, element);
    return picture.captureKey;
  }

  /** Leaves the page as it was. */
  stop(): void {
    clearTimeout(this.timer);
    this.watch.stop();
    this.work.clear();
    this.measure.stop();
    this.bytes.stop();
    this.scroller.stop();
    this.keeper.clear();
  }

  private later(note: () => void): void {
    note();
    this.isDirty = true;
    this.timer ??= setTimeout(() => this.run(), PAUSE_MS);
  }

  private run(): void {
    this.timer = undefined;
    this.turn(TURN_MS);
    if (!this.work.isEmpty) this.timer ??= setTimeout(() => this.run(), PAUSE_MS);
  }

  private turn(ms: number): void {
    const started = performance.now();
    this.atOnce = 0;
    if (this.hasLeft) {
      this.hasLeft = false;
      this.ledger.sweep();
      this.watch.sweep(isConnected);
    }
    if (this.work.isEmpty) return;
    this.work.run(ms, (element, name) => this.visit(element, name));
    this.readAt = performance.now();
    this.readMs += this.readAt - started;
  }

  private follow(root: Root): void {
    if (this.watch.add(root)) this.work.addTree(root);
  }

  private visit(element: Element, name: string): void {
    const shadow = mayHost(element) ? this.openShadow(element) : undefined;
    if (shadow) this.follow(shadow);
    if (this.ledger.isClosedTo(element)) return;
    const isNext = isHtml(element, 'img') && nextAddress(element) !== undefined;
    const isNothing = !isNext && isHtml(element, 'img') && isBroken(element);
    const readings = readPictures(element, name);
    for (const picture of this.ledger.note(element, readings, isNothing)) {
      this.order.note(picture.id, element);
      this.take(picture, element);
    }
  }

  /** The page may revoke the address of a `blob:` before the next turn. @returns whether the element was read */
  private visitShortLived(element: Element): boolean {
    if (!isShortLived(element) || this.atOnce >= MAX_AT_ONCE) return false;
    this.atOnce += 1;
    this.visit(element, 'img');
    return true;
  }

  private take(picture: Picture, element: Element): void {
    const { best } = picture;
    const isSmallDrawing = best.how === 'svg' && toCollected(picture).isIcon;
    // Hundreds of small drawings are icons: their bytes are made when somebody asks for one.
    if (needsBytes(best) && !isSmallDrawing) void this.bytes.take(picture, element);
    this.measureFile(picture, best);
  }

  /** An image tells its size itself; a background does not. What is merely named is not requested. */
  private measureFile(picture: Picture, { how, url, width }: Reading): void {
    const isMerelyNamed = how === 'lazy' || how === 'link';
    if (!url || width > 0 || isMerelyNamed || how === 'img' || how === 'picture') return;
    this.measure.ask(url, (w, h) =>
      this.ledger.learn(picture, { measured: { width: w, height: h } }),
    );
  }

  /** A node may have gone before its image had loaded. */
  private measureGone(picture: Picture): void {
    const { how, url, width } = picture.best;
    if (width > 0 || picture.measured || (how !== 'img' && how !== 'picture')) return;
    const kept = this.keeper.of(picture.captureKey);
    const file = kept ?? (url !== undefined && !/^blob:/i.test(url) ? url : undefined);
    if (file === undefined) return;
    this.measure.ask(file, (w, h) =>
      this.ledger.learn(picture, { measured: { width: w, height: h } }),
    );
  }

  private noteDocument(element: Element, url: string): void {
    for (const reading of readPictures(element, 'img')) {
      this.ledger.note(element, [{ ...reading, how: 'document', url }]);
    }
  }

  /** The page may keep the events of its images to itself. */
  private checkSizes(): void {
    for (const picture of this.ledger.all) {
      const { nodes } = picture;
      if (nodes.size === 0) this.measureGone(picture);
      for (const [element, { width }] of nodes) {
        if (width === 0 && isHtml(element, 'img') && element.complete) this.work.add(element);
      }
    }
  }

  private checkCanvas(): void {
    const next = this.canvases.next(this.ledger.all);
    if (!next) return;
    const { picture, element, turned } = next;
    if (turned) {
      // The former picture stays as it was captured.
      this.ledger.note(element, []);
      this.work.add(element);
    } else void this.bytes.take(picture, element);
  }

  /** Reads everything again, if something has happened. */
  private rescan(): void {
    if (!this.isDirty || !this.work.isEmpty) return;
    const idle = performance.now() - this.readAt;
    if (idle < Math.max(RESCAN_MS, this.readMs / RESCAN_SHARE)) return;
    this.isDirty = false;
    this.readMs = 0;
    for (const root of this.watch.all) this.work.addTree(root);
  }
}

function isShortLived(element: Element): boolean {
  return isHtml(element, 'img') && /^blob:/i.test(attribute(element, 'src')?.slice(0, 5) ?? '');
}

function shortLivedIn(element: Element): Element[] {
  return queryAll(element, SHORT_LIVED).slice(0, MAX_AT_ONCE);
}
