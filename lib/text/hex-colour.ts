/** A colour as `#rrggbb`. */
export type HexColour = `#${string}`;

/** Whether a value from storage, a message or a file is a colour as `#rrggbb`. */
export function isHexColour(value: unknown): value is HexColour {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value);
}
