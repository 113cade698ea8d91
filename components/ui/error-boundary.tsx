import { Component, type ComponentChildren } from 'preact';

/** Props of a boundary. */
export interface ErrorBoundaryProps {
  /** What is drawn, by identity: another one is tried anew after an error. */
  subject: unknown;
  /** What stands in for the children once drawing them has thrown. */
  fallback: (error: unknown) => ComponentChildren;
  children: ComponentChildren;
}

interface ErrorBoundaryState {
  broken?: { subject: unknown; error: unknown };
}

/** Keeps an error in what it holds to itself. Without it, one error takes the whole page away. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = {};

  override componentDidCatch(error: unknown): void {
    this.setState({ broken: { subject: this.props.subject, error } });
  }

  override render(
    { subject, fallback, children }: ErrorBoundaryProps,
    { broken }: ErrorBoundaryState,
  ) {
    return broken && broken.subject === subject ? fallback(broken.error) : children;
  }
}
