import { isEnded, type Job } from '@/lib/jobs/model/job';
import { otherRemediesOf, remedyOf } from '@/lib/jobs/model/remedy';
import type { ImageOrigin } from '@/lib/sources/origin';
import type { JobWorld } from './job-world';
import type { Action, Button, Login, Setting } from './money-script';
import type { MoneyService } from './money-service';
import type { Wishes } from './money-wishes';

/** The third address shows the same picture as the first. */
const PICTURES = ['one', 'two', 'one'] as const;

/** The picture at an address of the property's gallery. */
export function pictureAt({ origin }: { origin: ImageOrigin }): string {
  const url = origin.kind === 'page' ? origin.url : origin.name;
  return PICTURES[Number(/(\d)\.png$/.exec(url)?.[1] ?? 0)] ?? 'one';
}

/** Buttons that lead elsewhere: what happens there are actions of their own. */
const ELSEWHERE: ReadonlySet<Button> = new Set<Button>([
  ...(['sign-in', 'read-consent', 'allow', 'open-service', 'open-page', 'choose-file'] as const),
  'save-again',
]);

/** Buttons that ask for one more order, or say that they may. */
const COSTS: ReadonlySet<Button> = new Set<Button>([
  ...(['retry-may-cost', 'use-2k', 'upscale-anyway', 'use-account-may-cost'] as const),
]);

/** What the person can press on a row, the first offer first. */
function buttonsOf(job: Job): Button[] {
  const first = remedyOf(job);
  const offers: Button[] = [...(first ? [first] : []), ...otherRemediesOf(job)];
  const always: Button[] = [
    ...(isEnded(job) ? [] : (['cancel'] as const)),
    ...(job.stage === 'done' ? (['again'] as const) : []),
    'remove',
  ];
  return [...offers.filter((offer) => !ELSEWHERE.has(offer)), ...always];
}

/** Logins at Dreamina. */
const ABROAD: ReadonlySet<Login> = new Set<Login>(['D', 'D-again', 'E', 'out-abroad']);

/** Does what a script says. Nothing is waited for: the caller lets the world settle. */
export interface Person {
  act(action: Action): void;
  /** Presses a button of a row, whether it shows it or not. */
  press(job: Job, button: Button): Promise<void>;
}

/** @param failed told of what an action rejects with: no action may */
export function createPerson(
  world: JobWorld,
  service: MoneyService,
  wishes: Wishes,
  { upscaler, isAtBoth = false }: Setting,
  failed: (error: unknown) => void,
): Person {
  async function press(job: Job, button: Button): Promise<void> {
    const { id } = job;
    // Going on without a known price is the order that was wished for.
    const isWished = job.waiting?.reason === 'price-unknown';
    if (COSTS.has(button) && !isWished) wishes.granted(id);
    if (button === 'use-account-may-cost') wishes.gaveUp(id);
    if (button === 'again') wishes.again(`${pictureAt(job)} ${job.options.target}`);
    if (button === 'remove') wishes.removedRow(id);
    await world.wake();
    const { commands } = world;
    switch (button) {
      case 'retry':
      case 'retry-may-cost':
      case 'poll-again':
        return commands.retry(id);
      case 'use-2k':
        return commands.retryWith(id, '2k');
      case 'upscale-anyway':
        return commands.upscaleAnyway(id);
      case 'use-account':
      case 'use-account-may-cost':
        return commands.startOver(id);
      case 'keep-original':
        return commands.keep(id);
      case 'continue-in-page':
        return commands.chooseWay(id, 'page');
      case 'skip-page':
        return commands.chooseWay(id, 'background');
      case 'use-screen':
        return commands.useScreen(id);
      case 'cancel':
        return commands.cancel(id);
      case 'again':
        await world.again(id, {});
        return;
      case 'use-existing':
        await commands.useExisting(id);
        return;
      case 'remove':
        return commands.remove(id);
      default:
        return;
    }
  }

  async function perform(action: Action): Promise<void> {
    switch (action.do) {
      case 'click':
        return world.click({ picture: `${action.picture}.png`, target: action.target, upscaler });
      case 'press': {
        const shown = [...wishes.rows.values()].filter(({ id }) => !wishes.removed.has(id));
        const job = shown[action.row % Math.max(1, shown.length)];
        const buttons = job ? buttonsOf(job) : [];
        const button =
          typeof action.button === 'number'
            ? buttons[action.button % Math.max(1, buttons.length)]
            : buttons.find((each) => each === action.button);
        if (job && button) await press(job, button);
        return;
      }
      case 'retry-all':
        await world.wake();
        return world.commands.retryAll([...wishes.rows.keys()]);
      case 'resume-waiting':
        await world.wake();
        return world.commands.resumeWaiting();
      case 'login':
        // Without an account there nobody gives the extension access to Dreamina.
        if (!isAtBoth && ABROAD.has(action.who)) return;
        service.login(action.who);
        return world.sessionChanged();
      case 'net':
        world.isOnline = action.isOnline;
        if (!action.isOnline) return;
        await world.wake();
        return world.commands.resumeWaiting();
      case 'prefer':
        world.preferredSite = action.site;
        await world.wake();
        return world.commands.resumeWaiting();
      case 'page':
        world.pages.dreamina = action.state;
        return;
      case 'hints':
        world.hints = action.how;
        return;
      case 'balance':
        world.simulator.credits.gift = action.credits;
        return;
      case 'clock':
        world.clockErrorMs += action.ms;
        return;
      case 'fault': {
        const { at, effect, times, skip } = action;
        world.simulator.faults.add({ at, effect, times, skip });
        return;
      }
      case 'travel':
        service.travel(action.at, action.travel, action.times);
        return;
      case 'well':
        service.beWell();
        return;
      case 'at':
        if (action.what === 'die') world.atEffect(action.n, action.when);
        else {
          const { what } = action;
          world.atEffect(action.n, action.when, () => act(what));
        }
        return;
      default:
        throw new Error(`${action.do} takes time: nobody does it in passing`);
    }
  }

  function act(action: Action): void {
    perform(action).catch(failed);
  }

  return { act, press };
}
