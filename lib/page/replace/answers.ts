import {
  type LookAnswer,
  type Pending,
  REPLACE_MESSAGE,
  type Replacement,
  type ReplaceRequest,
  type ShownPicture,
} from './contract';
import { deliver } from './deliver';

/** What the background said about a picture. */
export interface Answer {
  replacement?: Replacement;
  pending?: Pending['state'];
  /** Whether it was asked with all that is known; otherwise by its address alone. */
  isFull: boolean;
  /** Number of its question; later ones have higher numbers. */
  asked: number;
}

/** A picture as asked for; its key is given here. */
export type Question = Omit<ShownPicture, 'key'>;

/** Whether an address is one that a server knows. */
export const isAddress = (url: string): boolean => /^https?:/i.test(url);

/** A picture by its address alone: costs nothing. */
export function shortQuestion(address: string): Question {
  return isAddress(address) ? { url: address } : {};
}

/** Questions wait for others for so long, ms. */
const GATHER_MS = 30;
/** Most pictures of one message. */
const MAX_ASKED = 100;
/** Most answers that are kept; a page can show any number of addresses. */
const MAX_KEPT = 5_000;

export interface AnswersOptions {
  send(request: ReplaceRequest): Promise<unknown>;
  /** Answers have come. */
  onAnswers(): void;
  /** The background wants nothing here, or nobody answers any more. */
  onEnd(): void;
}

interface Asked {
  question: () => Question | undefined;
  isFull: boolean;
}

/** Asks about pictures by their addresses, in batches, and keeps the answers. */
export class Answers {
  private readonly kept = new Map<string, Answer>();
  private readonly waiting = new Map<string, Asked>();
  private readonly running = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isStopped = false;
  /** Questions and renewals so far, and those after which answers count. */
  private count = 0;
  private renewed = 0;
  private readonly renewedOf = new Map<string, number>();

  constructor(private readonly options: AnswersOptions) {}

  of(address: string): Answer | undefined {
    return this.kept.get(address);
  }

  /** Whether asking would tell something new. */
  needs(address: string, isFull: boolean): boolean {
    const known = this.kept.get(address);
    const renewed = Math.max(this.renewed, this.renewedOf.get(address) ?? 0);
    if (!known || known.asked < renewed) return true;
    return isFull && !known.isFull && !known.replacement;
  }

  /**
   * Asks about a picture, unless that is under way.
   * @param isFull whether to ask with all that is known, otherwise by the address alone
   * @param question all that is known when the message is made; undefined if the picture is not shown any more
   */
  ask(address: string, isFull: boolean, question: () => Question | undefined): void {
    if (this.isStopped || this.running.has(address) || !this.needs(address, isFull)) return;
    if (this.waiting.get(address)?.isFull) return;
    this.waiting.set(address, { question, isFull });
    this.timer ??= setTimeout(() => this.run(), GATHER_MS);
  }

  /**
   * Answers may be out of date, those on their way as well: they may have been given before the change. They stand until
   * new ones come.
   * @param addresses default: all
   */
  renew(addresses?: Iterable<string>): void {
    this.count += 1;
    if (!addresses) this.renewed = this.count;
    for (const address of addresses ?? []) this.renewedOf.set(address, this.count);
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
    this.count += 1;
    const asked = this.count;
    const questions = batch.map(([, { question, isFull }]) => (isFull ? question() : undefined));
    const pictures = batch.map(
      ([address], at): ShownPicture => ({
        ...(questions[at] ?? shortQuestion(address)),
        key: `${at}`,
      }),
    );
    const request = { type: REPLACE_MESSAGE, ask: 'look', pictures } as const;
    const isWanted = () => !this.isStopped;
    const answer = (await deliver(this.options.send, request, isWanted)) as LookAnswer | undefined;
    this.running.clear();
    if (this.isStopped) return;
    if (!answer) return this.options.onEnd();
    const { replacements, pending } = answer;
    const found = new Map(replacements.map((replacement) => [replacement.key, replacement]));
    const states = new Map(pending.map(({ key, state }) => [key, state]));
    for (const [at, [address]] of batch.entries()) {
      const replacement = found.get(`${at}`);
      const state = states.get(`${at}`);
      const isFull = questions[at] !== undefined;
      if (replacement) this.keep(address, { replacement, isFull: true, asked });
      else this.keep(address, { ...(state && { pending: state }), isFull, asked });
    }
    this.options.onAnswers();
  }

  private keep(address: string, answer: Answer): void {
    if ((this.renewedOf.get(address) ?? 0) < answer.asked) this.renewedOf.delete(address);
    this.kept.delete(address);
    this.kept.set(address, answer);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MAX_KEPT) break;
      this.kept.delete(oldest);
    }
  }
}
