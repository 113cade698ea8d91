/**
 * Puts parameters into a template of a catalogue: `{name}` stands for the parameter of that name.
 * One pass, so a parameter with braces in it, such as a host, stays as it is.
 */
export function fill(template: string, params: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(params, name) ? (params[name] ?? '') : placeholder,
  );
}
