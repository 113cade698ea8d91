import {
  type LookAnswer,
  type Pending,
  REPLACE_MESSAGE,
  type Replacement,
  type ReplaceRequest,
  type ShownPicture,
} from './contract';

/** What the background said about a picture. */
export interface Answer {
  replacement?: Replacement;
  pending?: Pending['state'];
  /** Whether it was asked with all that is known; otherwise by its address alone. */
  isFull: boolean;
}

/** A picture as asked for; its key is given here. */
export type Question = Omit<ShownPicture, 'key'>;

/** Questions wait for others for so long, ms. */
const GATHER_MS = 30;
/** Most pictures of one message. */
const MAX_ASKED = 100;
/** Most answers that are kept; a page can show any number of addresses. */
const MAX_KEPT = 5_000;
/** Between two tries of a message that did not arrive, ms: the background may be starting. */
const AGAIN_MS = 1_000;

export interface AnswersOptions {
  send(request: ReplaceRequest): Promise<unknown>;
  /** Answers have come. */
  onAnswers(): void;
  /** The background wants nothing here, or nobody answers any more. */
  onEnd(): void;
}

interface Asked {
  question: () => Question;
  isFull: boolean;
}

/** Asks about pictures by their addresses, in batches, and keeps the answers. */
export class Answers {
  private readonly kept = new Map<string, Answer>();
  /** Answers from before `renew`, until the new ones come. */
  private readonly old = new Set<string>();
  private readonly waiting = new Map<string, Asked>();
  private readonly running = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isStopped = false;
  private count = 0;
  private renewals = 0;

  constructor(private readonly options: AnswersOptions) {}

  of(address: string): Answer | undefined {
    return this.kept.get(address);
  }

  /** Whether asking would tell something new. */
  needs(address: string, isFull: boolean): boolean {
    const known = this.kept.get(address);
    return !known || this.old.has(address) || (isFull && !known.isFull && !known.replacement);
  }

  /**
   * Asks about a picture, unless that is under way.
   * @param question is called when the message is made
   */
  ask(address: string, isFull: boolean, question: () => Question): void {
    if (this.isStopped || this.running.has(address) || !this.needs(address, isFull)) return;
    if (this.waiting.get(address)?.isFull) return;
    this.waiting.set(address, { question, isFull });
    this.timer ??= setTimeout(() => this.run(), GATHER_MS);
  }

  /**
   * Called before questions are asked elsewhere.
   * @returns takes in the answer to them; `asked` holds addresses by key
   */
  expect(): (asked: ReadonlyMap<string, string>, answer: LookAnswer) => void {
    const { renewals } = this;
    return (asked, answer) => {
      for (const address of asked.values()) this.keep(address, { isFull: true });
      this.takeIn(asked, answer, renewals);
    };
  }

  /** All answers may be out of date. They stand until new ones come. */
  renew(): void {
    this.renewals += 1;
    for (const address of this.kept.keys()) this.old.add(address);
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
    this.waiting.clear();
  }

  private run(): void {
    this.timer = undefined;
    if (this.running.size > 0 || this.isStopped) return;
    const batch = [...this.waiting].slice(0, MAX_ASKED);
    if (batch.length === 0) return;
    for (const [address] of batch) {
      this.waiting.delete(address);
      this.running.add(address);
    }
    void this.send(batch).then(() => this.run());
  }

  private async send(batch: readonly [string, Asked][]): Promise<void> {
    const asked = new Map<string, string>();
    const pictures = batch.map(([address, { question }]): ShownPicture => {
      this.count += 1;
      const key = `${this.count}`;
      asked.set(key, address);
      return { ...question(), key };
    });
    const request = { type: REPLACE_MESSAGE, ask: 'look', pictures } as const;
    const { renewals } = this;
    const answer = (await this.delivered(request)) as LookAnswer | undefined;
    this.running.clear();
    if (this.isStopped) return;
    if (!answer) return this.options.onEnd();
    for (const [address, { isFull }] of batch) this.keep(address, { isFull });
    this.takeIn(asked, answer, renewals);
  }

  private async delivered(request: ReplaceRequest): Promise<unknown> {
    try {
      return await this.options.send(request);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
    return this.isStopped ? undefined : this.options.send(request).catch(() => undefined);
  }

  /** @param renewals how many there had been when it was asked */
  private takeIn(asked: ReadonlyMap<string, string>, answer: LookAnswer, renewals: number): void {
    for (const replacement of answer.replacements) {
      const address = asked.get(replacement.key);
      if (address !== undefined) this.keep(address, { replacement, isFull: true });
    }
    for (const { key, state } of answer.pending) {
      const address = asked.get(key);
      const known = address === undefined ? undefined : this.kept.get(address);
      if (known && !known.replacement) known.pending = state;
    }
    // It may have been given before the change that the renewal is about.
    if (renewals !== this.renewals) for (const address of asked.values()) this.old.add(address);
    this.options.onAnswers();
  }

  private keep(address: string, answer: Answer): void {
    this.old.delete(address);
    this.kept.delete(address);
    this.kept.set(address, answer);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MAX_KEPT) break;
      this.kept.delete(oldest);
    }
  }
}
