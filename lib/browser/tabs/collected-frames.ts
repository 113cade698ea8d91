import type { CollectAnswer, Collected } from '@/lib/page/collect/collected';
import { joinOrders } from './frame-order';

/** A picture of a tab. */
export interface FramePicture extends Collected {
  /** Reading order in the tab, from 0. Changes when pictures come before it. */
  place: number;
  tabId: number;
  frameId: number;
  frameUrl: string;
  pageUrl: string;
  pageTitle: string;
  /** Chrome's id of the document. */
  documentId?: string;
}

/** A valid answer, and the frame that gave it. */
export interface FrameAnswer {
  frameId: number;
  documentId?: string;
  answer: CollectAnswer;
}

interface Frame {
  frameId: number;
  document: string;
  documentId?: string;
  url: string;
  rev: number;
  path?: number[];
  order: string[];
  hiddenFrames: string[];
  /** As the frame itself names it. */
  ownUrl: string;
  keptBytes: number;
  isScrolling: boolean;
  isAtEnd: boolean;
  isFull: boolean;
}

/** Most pictures of a tab. */
const MAX_PICTURES = 2_000;

/** What the frames of a tab have told so far, as one list. */
export class CollectedFrames {
  private readonly frames = new Map<number, Frame>();
  private readonly pictures = new Map<string, { one: Collected; frame: Frame }>();
  private places = new Map<string, number>();
  private page = { url: '', title: '' };
  private readonly changed = new Set<string>();
  private readonly dropped = new Set<string>();
  /** By id of a dropped picture: the one of the same frame that stands for it. */
  private readonly joined = new Map<string, string>();
  private isFull = false;

  constructor(private readonly tabId: number) {}

  /** Frames that answered last time. */
  get ids(): number[] {
    return [...this.frames.keys()];
  }

  get keptBytes(): number {
    return this.sum(({ keptBytes }) => keptBytes);
  }

  /** Last revision by document. */
  get revisions(): Record<string, number> {
    return Object.fromEntries(
      [...this.frames.values()].map(({ document, rev }) => [document, rev]),
    );
  }

  /** A picture as it was told last. */
  of(id: string): FramePicture | undefined {
    const known = this.pictures.get(id);
    return known && this.told(id, known);
  }

  /**
   * @param answers those of all frames in reach
   * @param page as the browser names it; absent where it does not
   */
  read(
    answers: readonly FrameAnswer[],
    page: { url?: string | undefined; title?: string | undefined },
  ): void {
    const top = answers.find(({ frameId }) => frameId === 0);
    this.page = { url: page.url ?? top?.answer.url ?? '', title: page.title ?? '' };
    this.leave(answers);
    for (const one of answers) this.readFrame(one);
    this.place();
  }

  /** What has changed since the last call. */
  take(): {
    changed: FramePicture[];
    dropped: string[];
    joined: Record<string, string>;
    isScrolling: boolean;
    isAtEnd: boolean;
    isFull: boolean;
  } {
    const frames = [...this.frames.values()];
    const changed = [...this.changed].flatMap((id) => this.of(id) ?? []);
    const dropped = [...this.dropped];
    this.changed.clear();
    const joined = Object.fromEntries(this.joined);
    this.dropped.clear();
    this.joined.clear();
    return {
      changed: changed.sort((a, b) => a.place - b.place),
      dropped,
      joined,
      isScrolling: frames.some((one) => one.isScrolling),
      isAtEnd: frames.some((one) => one.isAtEnd) && !frames.some((one) => one.isScrolling),
      isFull: this.isFull || frames.some((one) => one.isFull),
    };
  }

  private sum(of: (frame: Frame) => number): number {
    return [...this.frames.values()].reduce((sum, frame) => sum + of(frame), 0);
  }

  /** Frames that are gone, or show another document. Another page has other pictures; those of a child frame stay. */
  private leave(answers: readonly FrameAnswer[]): void {
    const now = new Map(answers.map(({ frameId, answer }) => [frameId, answer.document]));
    const gone = [...this.frames.values()].filter(
      ({ frameId, document }) => now.get(frameId) !== document,
    );
    const isOtherPage = gone.some(({ frameId }) => frameId === 0 && now.has(0));
    for (const frame of gone) {
      // One answer that did not come in time is no proof.
      if (frame.frameId === 0 && !isOtherPage) continue;
      this.frames.delete(frame.frameId);
      for (const [id, known] of this.pictures) if (known.frame === frame) this.bury(id, known.one);
    }
    if (!isOtherPage) return;
    for (const id of this.pictures.keys()) this.drop(id);
  }

  /** Its bytes are gone with the document; its address may still work. */
  private bury(id: string, one: Collected): void {
    const { captureKey, ...rest } = one;
    const known = this.pictures.get(id);
    if (!known) return;
    known.one = { ...rest, ...(captureKey && { captureFailure: 'failed' }), isGone: true };
    this.changed.add(id);
  }

  private drop(id: string): void {
    if (this.pictures.delete(id)) this.dropped.add(id);
    this.changed.delete(id);
  }

  private readFrame({ frameId, documentId, answer }: FrameAnswer): void {
    const { document, rev, url, keptBytes, isScrolling, isAtEnd, order, path } = answer;
    const known = this.frames.get(frameId);
    const frame: Frame = known ?? {
      frameId,
      document,
      url,
      rev,
      order: [],
      hiddenFrames: [],
      ownUrl: url,
      keptBytes,
      isScrolling,
      isAtEnd,
      isFull: false,
    };
    const isFull = answer.isFull ?? false;
    Object.assign(frame, { rev, keptBytes, isScrolling, isAtEnd, isFull });
    frame.url = frameId === 0 ? this.page.url : url;
    frame.ownUrl = url;
    if (order) frame.order = order;
    if (answer.hiddenFrames) frame.hiddenFrames = answer.hiddenFrames;
    if (path) frame.path = path;
    if (documentId) frame.documentId = documentId;
    this.frames.set(frameId, frame);
    for (const one of answer.pictures) this.note(one, frame);
    for (const id of answer.dropped) {
      if (!this.isOf(id, document)) continue;
      const into = answer.joined[id];
      if (into !== undefined && this.isOf(into, document)) this.joined.set(id, into);
      this.drop(id);
    }
  }

  /** Whether a picture is one of a document, or none that is known yet. */
  private isOf(id: string, document: string): boolean {
    const known = this.pictures.get(id);
    return !known || known.frame.document === document;
  }

  /** A frame can only speak of its own pictures. */
  private note(one: Collected, frame: Frame): void {
    const known = this.pictures.get(one.id);
    if (known && known.frame.document !== frame.document) return;
    if (!known && this.pictures.size >= MAX_PICTURES) {
      this.isFull = true;
      return;
    }
    this.pictures.set(one.id, { one, frame });
    this.changed.add(one.id);
  }

  private place(): void {
    const frames = [...this.frames.values()].sort((a, b) => a.frameId - b.frameId);
    const ids = joinOrders(frames, [...this.places.keys()], (id) => this.pictures.has(id));
    const unplaced = [...this.pictures.keys()].filter((id) => !this.places.has(id));
    const places = new Map([...new Set([...ids, ...unplaced])].map((id, at) => [id, at]));
    for (const [id, at] of places) if (this.places.get(id) !== at) this.changed.add(id);
    this.places = places;
  }

  private told(id: string, { one, frame }: { one: Collected; frame: Frame }): FramePicture {
    const { frameId, url, documentId } = frame;
    return {
      ...one,
      place: this.places.get(id) ?? this.places.size,
      tabId: this.tabId,
      frameId,
      frameUrl: url,
      pageUrl: this.page.url,
      pageTitle: this.page.title,
      ...(documentId && { documentId }),
    };
  }
}
