import { Component, type ComponentChildren } from 'preact';

/** Props of a boundary. */
export interface BoundaryProps {
  /** What is rendered, by identity. A new subject clears the error. */
  subject: unknown;
  /** Replaces the children after rendering them has thrown. */
  fallback: (error: unknown) => ComponentChildren;
  children: ComponentChildren;
}

interface BoundaryState {
  broken?: { subject: unknown; error: unknown };
}

/** An error boundary. Without it, one error breaks the whole page. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = {};

  override componentDidCatch(error: unknown): void {
    this.setState({ broken: { subject: this.props.subject, error } });
  }

  override render({ subject, fallback, children }: BoundaryProps, { broken }: BoundaryState) {
    return broken && broken.subject === subject ? fallback(broken.error) : children;
  }
}
