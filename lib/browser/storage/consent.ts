import { privateValue } from './private-value';

/**
 * When the person agreed that pictures they choose go to the service, Unix ms. Kept in this browser
 * alone and apart from the settings: a reset, another device or a script in a web page must not answer
 * for them.
 */
const item = privateValue('consent');

const momentOf = (value: unknown): number | undefined =>
  typeof value === 'number' && value > 0 ? value : undefined;

export const consent = {
  /** Undefined: not yet, or taken back. */
  read: async (): Promise<number | undefined> => momentOf(await item.read()),
  grant: (at: number): Promise<void> => item.write(at),
  revoke: (): Promise<void> => item.remove(),
  /** @returns stops watching */
  watch: (onChange: (at: number | undefined) => void): (() => void) =>
    item.watch((value) => onChange(momentOf(value))),
};
