import { Component, type ComponentChildren } from 'preact';

/** Props of an error boundary. */
export interface ErrorBoundaryProps {
  /** What is rendered. After an error, a new identity renders again. */
  subject: unknown;
  /** Replaces the children after an error. */
  fallback: (error: unknown) => ComponentChildren;
  children: ComponentChildren;
}

interface ErrorBoundaryState {
  broken?: { subject: unknown; error: unknown };
}

/** Contains render errors. Without it one error would blank the whole page. */
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
