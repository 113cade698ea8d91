import type { AccountReport } from '@/lib/browser/messages';

/** Screens of the welcome page. */
export const WELCOME_STEPS = ['what', 'ready', 'start'] as const;
export type WelcomeStep = (typeof WELCOME_STEPS)[number];

/** What the welcome page shows, as data. */
export interface WelcomeData {
  /** Whether the person has agreed that images they choose go to the service. */
  isAgreed: boolean;
  account: AccountReport;
  /** Whether the button is in the toolbar; undefined where the browser does not say. */
  isPinned?: boolean | undefined;
  /** Whether images on all sites may be read. */
  isEverywhere: boolean;
  /** The picture to try: its address, and its size in px. */
  trial: { src: string; width: number; height: number };
  /** Whether the picture to try is on its way. */
  isTrying: boolean;
  /** Whether there was no room for it. */
  isStorageFull: boolean;
}

/** Everything the welcome page can ask for. */
export interface WelcomeActions {
  agree(): void;
  go(step: WelcomeStep): void;
  signIn(): void;
  /** Called inside the click, which a permission prompt needs; so are the next two. */
  allowService(): void;
  allowEverywhere(): void;
  revokeEverywhere(): void;
  upscaleTrial(): void;
  openHistory(): void;
  done(): void;
}
