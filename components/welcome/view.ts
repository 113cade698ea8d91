import type { AccountReport } from '@/lib/browser/messages';

/** Screens of the welcome page. */
export const WELCOME_STEPS = ['what', 'ready', 'start'] as const;
export type WelcomeStep = (typeof WELCOME_STEPS)[number];

/** What the welcome page shows. */
export interface WelcomeData {
  /** Whether the person agreed that chosen images go to the service. */
  isAgreed: boolean;
  account: AccountReport;
  /** Whether the toolbar button is pinned; undefined if the browser does not say. */
  isPinned?: boolean | undefined;
  /** Whether images on all sites may be read. */
  isEverywhere: boolean;
  /** The image to try: its address, and its size, px. */
  trial: { src: string; width: number; height: number };
  /** Whether the image to try was started. */
  isTrying: boolean;
  /** Whether the disk was too full for it. */
  isStorageFull: boolean;
}

/** What the welcome page can do. */
export interface WelcomeActions {
  agree(): void;
  go(step: WelcomeStep): void;
  signIn(): void;
  /** This and the next two must be called inside the click: the prompt needs it. */
  allowService(): void;
  allowEverywhere(): void;
  revokeEverywhere(): void;
  upscaleTrial(): void;
  openHistory(): void;
  /** Opens the connection check of the settings. */
  checkConnection(): void;
  done(): void;
}
