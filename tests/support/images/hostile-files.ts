/** Files that each stand for a known attack or mistake, for Node and for browsers. */
import { bombs } from './hostile-bombs';
import { claims } from './hostile-claims';
import type { HostileFile, Outcome } from './hostile-file';
import { drawings } from './hostile-svg';
import { wrongTypes } from './hostile-types';

export const HOSTILE_FILES: readonly HostileFile[] = [
  ...claims(),
  ...bombs(),
  ...wrongTypes(),
  ...drawings(),
];

export function decodedOutcomes({ header, decoded }: HostileFile): readonly Outcome[] {
  return decoded ?? [header];
}
