import { attribute, styleOf } from '../find/dom';

interface Set {
  /** As the browser wrote it down. */
  value: string;
  former: string;
  formerPriority: string;
}

/** Inline properties of one element that are ours for a while. What the page writes meanwhile is the page's. */
export class InlineStyle {
  private readonly properties = new Map<string, Set>();
  /** The attribute before ours, and with them. */
  private before: string | null = null;
  private ours: string | null = null;

  constructor(private readonly element: HTMLElement) {}

  /**
   * Sets properties, above the style sheets of the page.
   * @returns false if the element must be left alone: a policy ignores its attribute, and ours would apply it
   */
  set(properties: Readonly<Record<string, string>>): boolean {
    const style = styleOf(this.element);
    if (this.properties.size === 0) {
      this.before = attribute(this.element, 'style');
      if (this.before?.trim() && style.length === 0) return false;
    }
    for (const [name, value] of Object.entries(properties)) {
      const known = this.properties.get(name);
      const former = known?.former ?? style.getPropertyValue(name);
      const formerPriority = known?.formerPriority ?? style.getPropertyPriority(name);
      style.setProperty(name, value, 'important');
      this.properties.set(name, { value: style.getPropertyValue(name), former, formerPriority });
    }
    this.ours = attribute(this.element, 'style');
    return true;
  }

  /** Whether the page has left all of ours. */
  get isIntact(): boolean {
    const style = styleOf(this.element);
    return [...this.properties].every(
      ([name, { value }]) => style.getPropertyValue(name) === value,
    );
  }

  /** Leaves the attribute as the page would have it now. */
  restore(): void {
    if (this.properties.size === 0) return;
    if (attribute(this.element, 'style') === this.ours) this.putBack();
    else this.takeOut();
    this.properties.clear();
  }

  /** The text of the attribute itself: browsers write it down in other words. */
  private putBack(): void {
    if (this.before === null) Element.prototype.removeAttribute.call(this.element, 'style');
    else Element.prototype.setAttribute.call(this.element, 'style', this.before);
  }

  private takeOut(): void {
    const style = styleOf(this.element);
    for (const [name, { value, former, formerPriority }] of this.properties) {
      if (style.getPropertyValue(name) !== value) continue;
      if (former === '') style.removeProperty(name);
      else style.setProperty(name, former, formerPriority);
    }
    const isEmpty = attribute(this.element, 'style') === '';
    if (isEmpty && this.before === null) {
      Element.prototype.removeAttribute.call(this.element, 'style');
    }
  }
}
