import type { ConnectionState } from '@/lib/browser/connection';

/** What the connection section shows. */
export interface ConnectionData extends ConnectionState {
  /** Whether the person agreed that images go to the service. */
  isAgreed: boolean;
  /** Credits that an upscale to 2K cost last; undefined if that is not known. */
  testCost?: number | undefined;
  /** What came of the test image. */
  test: 'none' | 'sent' | 'no-room';
}

/** What the connection section can do. */
export interface ConnectionActions {
  check(): void;
  record(isOn: boolean): void;
  /** Sends one image through the ordinary queue. May cost credits. */
  sendTest(): void;
  /** Copies the report; resolves with whether that worked. Must be called inside the click. */
  copyReport(): Promise<boolean>;
  saveReport(): void;
}

/** Props of the section. */
export interface OptionsConnectionProps extends ConnectionData {
  actions: ConnectionActions;
}
