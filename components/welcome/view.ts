import type { AccountReport } from '@/lib/browser/messages';

/** Screens of the welcome page. */
export const WELCOME_STEPS = ['what', 'ready', 'start'] as const;
export type WelcomeStep = (typeof WELCOME_STEPS)[number];

/** The data of the welcome page. */
export interface WelcomeData {
  /** Whether the person has agreed that images they choose go to the service. */
  isAgreed: boolean;
  account: AccountReport;
  /** Whether the button is in the toolbar; undefined where the browser does not say. */
  isPinned?: boolean | undefined;
  /** Whether images on all sites may be read. */
  isEverywhere: boolean;
  /** The trial image: its address and its size in px. */
  trial: { src: string; width: number; height: number };
  /** Whether the trial image is being upscaled. */
  isTrying: boolean;
  /** Whether the disk had no room for it. */
  isStorageFull: boolean;
}

/** The actions of the welcome page. */
export interface WelcomeActions {
  agree(): void;
  go(step: WelcomeStep): void;
  signIn(): void;
  /** Call it and the next two inside the click: the permission prompt needs it. */
  allowService(): void;
  allowEverywhere(): void;
  revokeEverywhere(): void;
  upscaleTrial(): void;
  openHistory(): void;
  done(): void;
}
